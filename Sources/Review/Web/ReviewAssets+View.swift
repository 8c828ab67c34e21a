extension ReviewAssets {
    /// One figure: its picture, readings, sums; the page beside it.
    static let view = #"""
        const NEIGHBOURS = { x: 150, y: 46 };
        function cropBox(item) {
          const [x, y, w, h] = item.place.box;
          const left = Math.max(0, x - NEIGHBOURS.x), top = Math.max(0, y - NEIGHBOURS.y);
          return [left, top, Math.min(item.place.width, x + w + NEIGHBOURS.x) - left, Math.min(item.place.height, y + h + NEIGHBOURS.y) - top].map(v => Math.max(1, Math.round(v)));
        }
        const cropAddress = item => "picture.png?" + new URLSearchParams({ n: item.n, page: item.place.page, box: cropBox(item).join(","), scale: 3 });
        const pageAddress = (n, page) => "picture.png?" + new URLSearchParams({ n, page, scale: 2 });

        function show(item) {
          if (!state.item || state.item.n !== item.n || state.item.figure !== item.figure) window.scrollTo(0, 0);
          state.item = item;
          state.typed = false;
          $("paper").setAttribute("aria-label", say("whole"));
          $("counts").textContent = say("left", item.open, item.done) + (item.disputed ? say("disputed", item.disputed) : "");
          if (item.n === null) {
            document.title = say("done");
            $("figure").replaceChildren(el("h1", { id: "label" }, say("done")), el("p", {}, say("doneHint")));
            $("paper").replaceChildren();
            speak(say("done"));
            return;
          }
          document.title = item.label.row + " · " + item.label.column;
          $("figure").replaceChildren(...[head(item), crop(item), readings(item), entry(item), sums(item), findings(item.findings, true), history(item)].filter(Boolean));
          $("figure").dataset.at = at(item);
          state.page = item.place ? item.place.page : null;
          paper(item);
          ahead(item);
        }

        function head(item) {
          const report = item.report;
          return el("div", {},
            el("p", { class: "dim" }, (report.agency || report.source) + (report.year ? " " + report.year : "") + " · " + item.label.table + (item.label.groups.length ? " · " + item.label.groups.join(" · ") : "")),
            el("h1", { id: "label" }, item.label.row, " · ", item.label.column, " ", el("span", { class: "tag " + item.status.key }, item.status.name)));
        }

        function crop(item) {
          if (item.lines) return textLines(item.lines);
          if (!item.place || !item.report.pictures) return el("p", { class: "dim" }, say("noPicture"));
          const box = cropBox(item), cell = item.place.box;
          const frame = el("div", { class: "crop" }, el("img", { src: cropAddress(item), alt: say("crop"), width: box[2] * 3, height: box[3] * 3 }));
          const mark = el("span", { class: "mark" + (item.place.exact ? "" : " rough") });
          mark.style.left = (cell[0] - box[0] - 2) / box[2] * 100 + "%";
          mark.style.top = (cell[1] - box[1] - 2) / box[3] * 100 + "%";
          mark.style.width = (cell[2] + 4) / box[2] * 100 + "%";
          mark.style.height = (cell[3] + 4) / box[3] * 100 + "%";
          frame.append(mark);
          frame.firstChild.addEventListener("error", () => frame.replaceChildren(say("noPicture")));
          return el("div", {}, el("div", { class: "cropbox" }, frame), item.place.exact ? null : el("p", { class: "dim" }, say("roughly")));
        }

        function textLines(lines) {
          const list = el("pre", { class: "lines", tabindex: "0", "aria-label": say("lines", lines.line) });
          lines.text.forEach((text, index) => {
            const number = lines.first + index;
            const row = el("div", { class: number === lines.line ? "here" : "" }, el("span", { class: "dim" }, String(number).padStart(5) + "  "));
            if (number === lines.line) {
              const letters = Array.from(text), start = lines.column - 1, end = start + lines.length;
              row.append(letters.slice(0, start).join(""), el("mark", {}, letters.slice(start, end).join("")), letters.slice(end).join(""));
            } else row.append(text);
            list.append(row);
          });
          return list;
        }

        function key(text) { return el("kbd", {}, text); }
        function button(name, label, press, handler, disabled) {
          return el("button", { type: "button", "data-action": name, disabled: disabled, on: { click: handler } }, label, " ", key(press));
        }

        function readings(item) {
          const list = el("dl", { class: "readings" });
          const add = (name, value, extra) => list.append(el("dt", {}, name), el("dd", { class: "num" }, value, extra ? el("small", { class: "dim" }, " " + extra) : null));
          add(say("reading"), item.seen ? shown(item.value) : say("nothing"), item.method + " · " + say("confidence", item.confidence) + (item.printed && item.printed !== item.value ? " · “" + item.printed + "”" : ""));
          if (item.suggestion) add(say("suggestion"), item.suggestion.value, item.suggestion.evidence + (item.suggestion.rivals ? " · +" + item.suggestion.rivals : ""));
          if (item.doubts.length) add(say("why"), item.doubts.join(lang === "zh" ? "；" : "; "));
          const words = item.standing.words;
          if (item.standing.state === "disputed") list.append(el("dt", {}, say("disagree")), el("dd", { class: "bad" }, words.map(one => one.author + ": " + shown(one.value)).join(" / ")));
          const wrap = el("div", {}, list);
          if (item.readings.length) {
            wrap.append(el("div", { class: "row", role: "group", "aria-label": say("others") },
              el("span", { class: "dim" }, say("others")),
              item.readings.slice(0, 4).map((one, index) => button("other" + index, one.value, "QWER"[index], () => take(index))),
              item.readings.slice(4).map(one => el("span", {}, one.value, " "))));
          }
          return wrap;
        }

        function take(index) {
          const one = state.item && state.item.readings && state.item.readings[index];
          if (one) decide("value", { value: one.value, reason: $("reason").value || one.reader });
        }
        function clean(text) { return text.replace(/[０-９．－]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).replace(/[,，\s]/g, ""); }
        function save() {
          const value = clean($("value").value);
          if (!/^[-+]?\d{1,18}(\.\d+)?$/.test(value)) { notice(say("notSaved", $("value").value), "bad"); return; }
          if (state.item.seen && value === state.item.value) decide("confirm"); else decide("value", { value });
        }

        function entry(item) {
          const value = el("input", { id: "value", inputmode: "decimal", autocomplete: "off", maxlength: "24", size: "10", on: { input: () => { state.typed = value.value !== ""; renewSums(); } } });
          const reason = el("input", { id: "reason", autocomplete: "off", maxlength: "500", on: { input: () => { state.typed = true; } } });
          return el("div", { class: "entry" },
            el("div", { class: "row" },
              button("confirm", say("take"), "Enter", () => decide("confirm"), !item.seen),
              button("suggestion", say("takeSuggestion"), "S", () => decide("suggestion"), !item.suggestion),
              button("blank", say("setBlank"), "B", () => decide("blank")),
              button("printed", say("printed"), "P", () => decide("printed"), !item.seen)),
            el("div", { class: "row" },
              el("label", {}, say("value"), " ", value), button("value", say("save"), "Enter", save),
              el("label", { class: "grow" }, say("reason"), " ", reason), button("note", say("note"), "N", () => reason.value ? decide("note") : reason.focus())),
            el("div", { class: "row" },
              button("back", say("back"), "K", () => move(true)), button("skip", say("skip"), "J", () => move(false)),
              button("undo", say("undo"), "U", undo), button("page", say("confirmPage", item.page.length), "A", confirmPage, !item.page.length)));
        }

        const number = text => { try { const [a, b = ""] = text.split("."); return BigInt(a + b.padEnd(6, "0").slice(0, 6)); } catch (error) { return null; } };
        const plain = n => { const sign = n < 0n ? "-" : "", s = (n < 0n ? -n : n).toString().padStart(7, "0"); return sign + (s.slice(0, -6) + "." + s.slice(-6)).replace(/\.?0+$/, ""); };
        function termValue(term) {
          if (term.id === state.item.figure) {
            const typed = $("value") ? clean($("value").value) : "";
            if (typed !== "") return /^[-+]?\d{1,18}(\.\d+)?$/.test(typed) ? typed : null;
          }
          return term.value === null ? (term.blank ? "0" : null) : term.value;
        }
        function sums(item) {
          return el("div", { id: "sums" }, item.equations.length ? el("h2", {}, say("equations")) : null, item.equations.map(equation));
        }
        function equation(one) {
          const side = terms => terms.map(termValue).reduce((sum, v) => sum === null || v === null ? null : sum + number(v), 0n);
          const left = side(one.left), right = side(one.right);
          const verdict = left === null || right === null ? el("span", { class: "tag" }, say("open")) : left === right ? el("span", { class: "tag ok" }, say("holds")) : el("span", { class: "tag missing" }, say("fails", plain(left - right)));
          const term = t => el("span", { class: "term" + (t.id === state.item.figure ? " here" : "") + (t.doubt ? " doubt" : ""), title: t.label }, el("small", {}, t.label), el("b", { class: "num" }, termValue(t) ?? "?"));
          const join = terms => terms.flatMap((t, i) => i ? [el("span", { class: "sign" }, "+"), term(t)] : [term(t)]);
          const nonzero = one.left.length > 8 ? one.left.filter(t => t.id === state.item.figure || termValue(t) !== "0") : one.left;
          return el("div", { class: "equation" }, verdict, join(nonzero), el("span", { class: "sign" }, "="), join(one.right));
        }
        function renewSums() { $("sums").replaceWith(sums(state.item)); }

        function findings(list, leads) {
          if (!list.length) return null;
          return el("div", {}, el("h2", {}, say("findings")), el("ul", { class: "findings" }, list.map(one => el("li", {},
            el("span", { class: "tag " + one.severity }, one.severityName), " ", el("span", { class: "tag" }, one.verdictName), " ", one.message,
            one.quote ? el("q", {}, one.quote) : null, " ",
            leads === "cells" ? one.figures.slice(0, 30).map(id => [el("button", { type: "button", class: "link", "data-figure": id, on: { click: () => open(leadsTo + ":" + id) } }, cellName(id)), " "]) : null))));
        }

        function history(item) {
          const list = item.standing.history;
          if (!list.length) return null;
          return el("div", {}, el("h2", {}, say("history")), el("ul", { class: "history" }, list.map(one =>
            el("li", {}, el("b", {}, one.author), " ", both(ACTIONS[one.action] || [one.action, one.action]), ["undo", "note", "blank"].includes(one.action) ? "" : " " + shown(one.value), one.reason ? " — " + one.reason : "", " ", el("small", { class: "dim" }, one.time)))));
        }

        /* The page beside the figure. */
        function paper(item) {
          const box = $("paper");
          if (!item.report.pictures || state.page === null) { box.replaceChildren(); return; }
          const place = item.place;
          const sheet = el("div", { class: "sheet" + (state.grid ? "" : " nogrid"), id: "sheet" });
          const image = el("img", { alt: say("whole"), src: pageAddress(item.n, state.page), width: 900 });
          sheet.append(image);
          const cellsOf = state.page === place.page ? Promise.resolve({ cells: item.cells, width: place.width, height: place.height }) : get("api/page", { n: item.n, page: state.page });
          cellsOf.then(page => {
            for (const cell of page.cells) {
              const mark = el("button", { type: "button", tabindex: "-1", class: "cell " + cell.status + (cell.id === item.figure ? " here" : ""), title: cellName(cell.id) + " = " + shown(cell.value), "aria-label": cellName(cell.id) + " = " + shown(cell.value), on: { click: () => open(item.n + ":" + cell.id) } });
              const [x, y, w, h] = cell.box;
              mark.style.left = x / page.width * 100 + "%"; mark.style.top = y / page.height * 100 + "%";
              mark.style.width = w / page.width * 100 + "%"; mark.style.height = h / page.height * 100 + "%";
              sheet.append(mark);
            }
            centre();
          }).catch(() => {});
          image.addEventListener("load", centre);
          image.addEventListener("error", () => box.replaceChildren(el("p", { class: "dim" }, say("noPicture"))));
          const frame = el("div", { class: "frame", id: "frame", tabindex: "0", "aria-label": say("whole") }, sheet);
          const step = by => () => turn(by);
          box.replaceChildren(el("div", { class: "row" },
            el("button", { type: "button", "aria-label": say("previous"), on: { click: step(-1) } }, "["),
            el("span", {}, say("page", state.page, place.last)),
            el("button", { type: "button", "aria-label": say("next"), on: { click: step(1) } }, "]"),
            el("button", { type: "button", "aria-label": say("larger"), on: { click: () => zoom(1.25) } }, "+ ", key("Z")),
            el("button", { type: "button", "aria-label": say("smaller"), on: { click: () => zoom(0.8) } }, "− ", key("X")),
            el("button", { type: "button", "aria-pressed": String(state.grid), on: { click: grid } }, say("grid"))), frame);
          frame.addEventListener("pointerdown", down => {
            if (down.target.classList.contains("cell")) return;
            const start = [down.clientX + frame.scrollLeft, down.clientY + frame.scrollTop];
            const drag = moved => { frame.scrollLeft = start[0] - moved.clientX; frame.scrollTop = start[1] - moved.clientY; };
            frame.setPointerCapture(down.pointerId);
            frame.addEventListener("pointermove", drag);
            frame.addEventListener("pointerup", () => frame.removeEventListener("pointermove", drag), { once: true });
          });
          resize();
        }
        function resize() { const sheet = $("sheet"); if (sheet) sheet.style.width = Math.round(100 * state.zoom) + "%"; }
        function centre() {
          const frame = $("frame"), here = frame && frame.querySelector(".here");
          if (!here) return;
          frame.scrollTop = here.offsetTop - frame.clientHeight / 2;
          frame.scrollLeft = here.offsetLeft - frame.clientWidth / 2;
        }
        function zoom(by) { state.zoom = Math.min(5, Math.max(0.4, state.zoom * by)); resize(); centre(); }
        function grid() { state.grid = !state.grid; $("sheet") && $("sheet").classList.toggle("nogrid", !state.grid); }
        function turn(by) {
          const item = state.item;
          if (!item || item.n === null || !item.place) return;
          const page = state.page + by;
          if (page < item.place.first || page > item.place.last) return;
          state.page = page;
          paper(item);
        }
        """#
}
