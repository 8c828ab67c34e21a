extension ReviewAssets {
    /// The whole form of a report; filters; questions.
    static let form = #"""
        let leadsTo = 0;
        const names = new Map();
        const cellName = id => names.get(id) || id;

        async function whole(wanted) {
          const box = $("whole");
          if (!wanted) { box.hidden = true; $("main").hidden = false; return; }
          const number = state.item && state.item.n !== null ? state.item.n : Number(state.filter.report || 0);
          const report = await get("api/report", { n: number });
          leadsTo = number;
          box.replaceChildren(
            el("p", {}, el("button", { type: "button", on: { click: () => whole(false) } }, say("close"))),
            el("h1", {}, report.report.title || report.report.agency || report.report.source, el("small", { class: "dim" }, " " + report.report.source)));
          for (const table of report.tables) {
            box.append(el("h2", {}, table.name, el("small", { class: "dim" }, " " + table.form)));
            for (const block of table.blocks) box.append(el("div", { class: "scroll" }, formTable(block)));
          }
          const claims = report.findings.filter(one => one.rule.startsWith("prose."));
          const rest = report.findings.filter(one => !one.rule.startsWith("prose."));
          box.append(rest.length ? findings(rest, "cells") : el("p", { class: "dim" }, say("noFindings")));
          if (claims.length) { const list = findings(claims, "cells"); list.firstChild.textContent = say("claims"); box.append(list); }
          box.append(el("details", {}, el("summary", {}, say("sections")), report.sections.map(section => el("div", {}, el("h3", {}, section.heading), section.paragraphs.map(text => el("p", {}, text))))));
          box.hidden = false;
          $("main").hidden = true;
          box.querySelector("button").focus();
        }

        /* The queue as a list, a hundred at a time. */
        async function list(from = 0) {
          const page = await get("api/queue", { from: String(from) });
          const box = $("whole");
          const table = el("table", {});
          for (const one of page.items) {
            table.append(el("tr", {},
              el("td", {}, el("button", { type: "button", class: "link", on: { click: () => open(one.n + ":" + one.figure) } }, one.label)),
              el("td", { class: "num" }, one.status === "missing" ? "" : shown(one.value)), el("td", {}, el("span", { class: "tag " + one.status }, statusName(one.status))),
              el("td", {}, one.agency + (one.year ? " " + one.year : "")), el("td", {}, say("state" + one.state[0].toUpperCase() + one.state.slice(1)))));
          }
          const turn = (by, label) => el("button", { type: "button", disabled: from + by < 0 || from + by >= page.total, on: { click: () => list(from + by) } }, label);
          box.replaceChildren(el("p", { class: "row" }, el("button", { type: "button", on: { click: () => whole(false) } }, say("close")), turn(-100, say("previous")), turn(100, say("next"))),
            el("h1", {}, say("listed", page.total)), el("div", { class: "scroll" }, table));
          box.hidden = false;
          $("main").hidden = true;
          box.querySelector("button").focus();
        }
        const statusName = key => (state.start.statuses.find(one => one.key === key) || { name: key }).name;

        function formTable(block) {
          const table = el("table", { class: "form" }, el("tr", {}, el("th", {}, block.label), block.columns.map(name => el("th", { scope: "col" }, name))));
          let group = "";
          for (const row of block.rows) {
            const groups = row.groups.join(" · ");
            if (groups && groups !== group) table.append(el("tr", {}, el("th", { class: "group", colspan: String(block.columns.length + 1) }, groups)));
            group = groups;
            table.append(el("tr", {}, el("th", { scope: "row" }, row.label), row.cells.map((cell, index) => {
              if (!cell) return el("td", {});
              names.set(cell.id, row.label + " · " + block.columns[index]);
              const plainCell = cell.status.key === "ok" || cell.status.key === "empty";
              return el("td", { class: "num " + cell.status.key }, el("button", { type: "button", class: "link", title: cell.status.name + (cell.decided ? " · " + cell.decided : ""), "aria-label": row.label + " " + block.columns[index] + " " + shown(cell.value) + " " + cell.status.name, on: { click: () => open(leadsTo + ":" + cell.id) } }, cell.value === "" ? (cell.printed || "·") : cell.value), plainCell ? null : el("small", {}, cell.status.name));
            })));
          }
          return table;
        }

        function filters() {
          const box = $("filters"), start = state.start;
          const choice = (name, options) => {
            const list = el("select", { name, on: { change: apply } }, el("option", { value: "" }, say("all")), options.map(([value, label]) => el("option", { value: String(value) }, label)));
            list.value = state.filter[name] ?? "";
            return el("label", {}, say(name), " ", list);
          };
          const text = el("input", { name: "text", on: { change: apply } });
          text.value = state.filter.text || "";
          const progress = choice("state", [["open", say("stateOpen")], ["done", say("stateDone")], ["disputed", say("stateDisputed")]]);
          box.replaceChildren(
            start.reports.length > 1 ? choice("report", start.reports.map(one => [one.n, (one.agency || one.source) + " " + (one.year || "")])) : "",
            choice("table", start.tables.map(one => [one.key, one.name])), choice("status", start.statuses.map(one => [one.key, one.name])),
            choice("rule", start.rules.map(one => [one, one])), choice("verdict", start.verdicts.map(one => [one.key, one.name])),
            start.years.length > 1 ? choice("year", start.years.map(one => [one, String(one)])) : "", progress,
            start.reports.length > 1 ? el("label", {}, say("text"), " ", text) : "");
        }
        function apply() {
          state.filter = {};
          for (const field of $("filters").elements) if (field.name && field.value !== "") state.filter[field.name] = field.value;
          if (!("state" in state.filter)) state.filter.state = "all";
          begin();
        }
        function toggleFilters() {
          const box = $("filters");
          box.hidden = !box.hidden;
          document.querySelector("[data-do=filters]").setAttribute("aria-expanded", String(!box.hidden));
          if (!box.hidden) box.querySelector("select").focus();
        }
        async function begin() { try { show(await get("api/next", {})); } catch (error) { notice(say("gone"), "bad"); } }

        function ask(content, yes) {
          const box = $("dialog");
          box.replaceChildren(content, el("p", { class: "row" },
            yes ? el("button", { type: "button", id: "yes", on: { click: () => { box.close(); yes(); } } }, say("yes")) : null,
            el("button", { type: "button", on: { click: () => box.close() } }, yes ? say("no") : say("close"))));
          box.showModal();
        }
        function help() { ask(el("table", { class: "keys" }, KEYS.map(([name, text]) => el("tr", {}, el("td", {}, key(name)), el("td", {}, both(text)))))); }

        /* Everything of the queue on this page, said once more before it is confirmed. */
        async function confirmPage() {
          const item = state.item;
          if (!item || item.n === null || !item.page.length) return;
          const list = await Promise.all(item.page.slice(0, 200).map(id => get("api/item", { at: item.n + ":" + id })));
          ask(el("div", {}, el("h2", {}, say("confirmTitle")), el("table", {}, list.map(one => el("tr", {}, el("td", {}, one.label.row + " · " + one.label.column), el("td", { class: "num" }, shown(one.value)))))),
            () => decide("confirm", {}, list.map(one => ({ at: at(one), action: "confirm", seen: one.standing.last }))));
        }

        function words() {
          for (const node of document.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
          document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
          $("overview").href = "overview?lang=" + lang;
        }
        async function language() {
          lang = lang === "zh" ? "en" : "zh";
          localStorage.setItem("gx-lang", lang);
          await load();
        }
        /* What this reviewer has decided before the page was loaded can be taken back too. */
        async function remember() {
          const past = (await get("api/changes", { since: "0" })).decisions;
          const undone = new Set(past.map(one => one.undoes).filter(Boolean));
          state.mine = past.filter(one => one.author === author() && one.n !== null && one.action !== "note" && one.action !== "undo" && !undone.has(one.id)).map(one => ({ id: one.id, at: one.n + ":" + one.figure }));
        }
        async function load() {
          words();
          state.start = await get("api/start", {});
          state.count = state.start.count;
          await remember();
          filters();
          if (state.item && state.item.n !== null) show(await get("api/item", { at: at(state.item) })); else await begin();
        }
        """#
}
