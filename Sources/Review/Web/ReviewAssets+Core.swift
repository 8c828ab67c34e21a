extension ReviewAssets {
    /// State, talk with the server, small tools. Text of documents only ever becomes text nodes.
    static let core = #"""
        const $ = id => document.getElementById(id);
        const state = { item: null, start: null, filter: { state: "open" }, mine: [], zoom: 1, grid: true, page: null, count: 0, busy: false, typed: false };
        let lang = localStorage.getItem("gx-lang") || (document.documentElement.lang.startsWith("zh") ? "zh" : "en");
        const say = (word, ...values) => (WORDS[word] || [word, word])[lang === "zh" ? 0 : 1].replace(/\{(\d)\}/g, (_, i) => values[i] ?? "");
        const both = pair => pair[lang === "zh" ? 0 : 1];
        function el(name, attributes, ...children) {
          const node = document.createElement(name);
          for (const [key, value] of Object.entries(attributes || {})) {
            if (key === "on") for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
            else if (value === true) node.setAttribute(key, "");
            else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
          }
          for (const child of children.flat()) if (child !== null && child !== undefined && child !== false) node.append(child);
          return node;
        }
        const at = item => item.n + ":" + item.figure;
        const query = more => new URLSearchParams({ ...state.filter, lang, ...more }).toString();
        async function get(path, more) {
          const response = await fetch(path + "?" + query(more));
          if (!response.ok) throw new Error(String(response.status));
          return response.json();
        }
        const author = () => $("author").value.trim();
        function notice(text, kind) {
          const node = $("notice");
          node.textContent = text || "";
          node.className = kind || "";
          node.hidden = !text;
        }
        const speak = text => { $("spoken").textContent = text; };
        const shown = value => value === "" ? say("blank") : value;

        async function decide(action, more, wishes) {
          const item = state.item;
          if (!wishes && (!item || item.n === null)) return;
          if (state.busy) return;
          if (!author()) { notice(say("who"), "bad"); $("author").focus(); return; }
          state.busy = true;
          const body = { author: author(), wishes: wishes || [{ at: at(item), action, reason: $("reason") ? $("reason").value : "", seen: item.standing.last, ...more }] };
          let response, answer;
          try {
            response = await fetch("api/decide?" + query(), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
            answer = await response.json();
          } catch (error) {
            state.busy = false;
            notice(say("gone"), "bad");
            return;
          }
          state.busy = false;
          if (response.status === 409) {
            const words = answer.conflict.standing.words;
            const last = words[words.length - 1];
            show(answer.conflict);
            notice(last ? say("conflict", last.author, shown(last.value)) : say("conflict", "?", "?"), "bad");
            return;
          }
          if (!response.ok) {
            notice(say("notSaved", answer.refused || answer.unsaved || response.status), "bad");
            return;
          }
          state.count = answer.count;
          for (const saved of answer.saved) {
            if (saved.action === "undo") state.mine = state.mine.filter(one => one.id !== saved.undoes);
            else if (saved.action !== "note") state.mine.push({ id: saved.id, at: (wishes ? wishes.find(w => w.at.endsWith(":" + saved.figure)).at : at(item)) });
          }
          const last = answer.saved[answer.saved.length - 1];
          show(answer.next);
          notice("");
          const text = !last ? say("notSaved", "") : last.action === "undo" ? say("undone") : say("saved", last.action === "note" ? last.reason : answer.saved.length > 1 ? String(answer.saved.length) : shown(last.value));
          notice(text, "good");
          speak(text + " " + (answer.next.label ? answer.next.label.row + " " + answer.next.label.column : ""));
        }

        async function undo() {
          const last = state.mine[state.mine.length - 1];
          if (!last || state.busy) return;
          const item = await get("api/item", { at: last.at });
          show(item);
          await decide("undo", { undoes: last.id, reason: "" });
        }

        async function move(back) {
          const after = state.item && state.item.n !== null ? { after: at(state.item) } : {};
          try { show(await get("api/next", { ...after, ...(back ? { back: "1" } : {}) })); notice(""); } catch (error) { notice(say("gone"), "bad"); }
        }

        async function open(position) {
          try { show(await get("api/item", { at: position })); whole(false); notice(""); } catch (error) { notice(say("gone"), "bad"); }
        }

        /* The next pictures are on their way while this one is looked at. */
        async function ahead(item) {
          if (item.n === null) return;
          try {
            const next = await get("api/next", { after: at(item) });
            if (next.n !== null && next.place && next.report.pictures) new Image().src = cropAddress(next);
          } catch (error) { return; }
        }

        /* What others decide meanwhile. */
        async function watch() {
          try {
            const news = await get("api/changes", { since: String(state.count) });
            state.count = news.count;
            const others = news.decisions.filter(one => one.author !== author());
            if (others.length) {
              const here = state.item && state.item.n !== null && others.some(one => one.n === state.item.n && one.figure === state.item.figure);
              if (here && !state.typed) show(await get("api/item", { at: at(state.item) }));
              notice(say("other", others[others.length - 1].author, String(others.length)), "");
            }
            if ($("notice").textContent === say("gone")) notice("");
          } catch (error) { notice(say("gone"), "bad"); }
          setTimeout(watch, 3000);
        }
        """#
}
