/// What all our pages look like: light and dark after the system, readable at any zoom, nothing from elsewhere.
public enum PageStyle {
    public static let css = """
        :root{color-scheme:light dark;--paper:#fff;--soft:#f3f5f7;--ink:#1b1f24;--dim:#59636e;--line:#d0d7de;
        --blue:#0b5cad;--red:#b3261e;--green:#1a6b34;--amber:#8a5300;--redbg:#fde4e1;--greenbg:#dcf3e2;--amberbg:#fff1d6;
        --bluebg:#e3effb}
        @media (prefers-color-scheme:dark){:root{--paper:#14171b;--soft:#1e2329;--ink:#e6e9ed;--dim:#a3adb8;
        --line:#3a424c;--blue:#7ab8f5;--red:#ff9d94;--green:#7fd99a;--amber:#f2c069;--redbg:#4a1f1c;--greenbg:#17391f;
        --amberbg:#43310f;--bluebg:#15304a}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);
        font:16px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
        h1{font-size:1.3rem;margin:0 0 .4rem}h2{font-size:1.1rem;margin:1.4rem 0 .5rem}
        main{max-width:90rem;margin:0 auto;padding:1rem}
        .dim{color:var(--dim)}.num{font-variant-numeric:tabular-nums}
        table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;
        vertical-align:top}
        th{background:var(--soft);font-weight:600}
        del{background:var(--redbg);color:var(--red)}ins{background:var(--greenbg);color:var(--green)}
        .pictures{display:flex;flex-wrap:wrap;gap:.6rem;margin:.4rem 0}
        figure{margin:0;max-width:100%}figcaption{color:var(--dim);font-size:.85rem}
        img{max-width:100%;border:1px solid var(--line);background:#fff}
        .tag{display:inline-block;border-radius:.3rem;padding:0 .4rem;font-size:.85rem;background:var(--soft)}
        .tag.changed,.tag.suspect,.tag.warning{background:var(--amberbg);color:var(--amber)}
        .tag.lost,.tag.missing,.tag.error{background:var(--redbg);color:var(--red)}
        .tag.added,.tag.corrected,.tag.ok{background:var(--greenbg);color:var(--green)}
        .tag.moved,.tag.derived,.tag.remark,.tag.form{background:var(--bluebg);color:var(--blue)}
        article{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem;margin:.6rem 0}
        .scroll{overflow-x:auto}
        a{color:var(--blue)}
        """
}
