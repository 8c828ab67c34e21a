extension ReviewAssets {
    /// A key for everything, and the start.
    static let keys = #"""
        const DO = { filters: toggleFilters, form: () => whole($("whole").hidden), help, language, list: () => $("whole").hidden ? list() : whole(false) };
        for (const node of document.querySelectorAll("[data-do]")) node.addEventListener("click", () => DO[node.dataset.do]());
        const PRESS = { s: () => state.item.suggestion && decide("suggestion"), b: () => decide("blank"), p: () => state.item.seen ? decide("printed") : notice(say("nothing"), "bad"),
          j: () => move(false), k: () => move(true), arrowright: () => move(false), arrowleft: () => move(true), u: undo, n: () => $("reason").focus(), a: confirmPage,
          g: grid, z: () => zoom(1.25), x: () => zoom(0.8), "[": () => turn(-1), "]": () => turn(1), q: () => take(0), w: () => take(1), e: () => take(2), r: () => take(3) };
        const ALWAYS = { f: DO.form, o: DO.list, "/": toggleFilters, "?": help, "？": help, l: language };

        document.addEventListener("keydown", event => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
          const target = event.target, name = event.key.toLowerCase();
          if ($("dialog").open) {
            if (event.key === "Enter" && $("yes")) { event.preventDefault(); $("yes").click(); }
            return;
          }
          const isField = target.matches("input, select, textarea");
          if (event.key === "Escape") {
            if (isField) target.blur(); else if (!$("whole").hidden) whole(false); else if (!$("filters").hidden) toggleFilters();
            return;
          }
          if (isField) {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (target.id === "value") { if (target.value.trim() === "") confirmReading(); else save(); }
            else if (target.id === "reason") { if (target.value.trim() === "") target.blur(); else decide("note"); }
            else target.blur();
            return;
          }
          if (ALWAYS[name]) { event.preventDefault(); ALWAYS[name](); return; }
          if (!$("whole").hidden || !state.item || state.item.n === null) {
            if (state.item && state.item.n === null && (name === "u" || name === "k")) { event.preventDefault(); name === "u" ? undo() : move(true); }
            return;
          }
          if (event.shiftKey && event.key.startsWith("Arrow")) {
            const frame = $("frame");
            if (!frame) return;
            event.preventDefault();
            frame.scrollBy({ left: { ArrowLeft: -80, ArrowRight: 80 }[event.key] || 0, top: { ArrowUp: -80, ArrowDown: 80 }[event.key] || 0 });
            return;
          }
          if (event.key === "Enter") {
            // A button that has the focus does its own work.
            if (target.matches("button, a, summary")) return;
            event.preventDefault();
            if ($("value").value.trim() !== "") save(); else confirmReading();
            return;
          }
          if (/^[0-9.\-]$/.test(event.key) || event.key === "Backspace") { $("value").focus(); return; }
          if (PRESS[name]) { event.preventDefault(); PRESS[name](); }
        });
        function confirmReading() { if (state.item.seen) decide("confirm"); else notice(say("nothing"), "bad"); }

        $("author").value = localStorage.getItem("gx-author") || "";
        $("author").addEventListener("change", () => localStorage.setItem("gx-author", author()));
        const wanted = new URLSearchParams(location.hash.slice(1));
        if (wanted.has("report")) state.filter = { report: wanted.get("report"), state: "open" };
        if (wanted.has("as")) $("author").value = wanted.get("as");
        load().then(() => watch()).catch(() => notice(say("gone"), "bad"));
        """#
}
