extension ReviewAssets {
    static let style = #"""

        [hidden]{display:none!important}
        header{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;padding:.5rem 1rem;background:var(--soft);border-bottom:1px solid var(--line)}
        header nav{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;margin-left:auto}
        #filters{display:flex;flex-wrap:wrap;gap:.5rem 1rem;padding:.5rem 1rem;border-bottom:1px solid var(--line)}
        #notice{margin:.5rem 1rem 0;padding:.3rem .6rem;border-radius:.3rem;background:var(--bluebg)}
        #notice.bad,.bad{background:var(--redbg);color:var(--red)}#notice.good{background:var(--greenbg);color:var(--green)}
        .hidden-text{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        #main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem;max-width:none}
        @media (max-width:60rem){#main{grid-template-columns:minmax(0,1fr)}}
        #whole,.overview{max-width:none;padding:1rem}
        button,input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;padding:.2rem .5rem;max-width:100%}
        button{cursor:pointer;background:var(--soft)}button:disabled{opacity:.5;cursor:default}
        button:hover:enabled{border-color:var(--blue)}
        :focus-visible{outline:3px solid var(--blue);outline-offset:1px}
        kbd{font:.8em ui-monospace,monospace;border:1px solid var(--line);border-radius:.2rem;padding:0 .25rem;color:var(--dim)}
        .row{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;margin:.4rem 0}.grow{flex:1 1 14rem;display:flex;gap:.4rem;align-items:center}.grow input{flex:1;min-width:4rem}
        .cropbox{overflow:auto;max-height:24rem;border:1px solid var(--line)}
        .crop{position:relative;display:block;width:fit-content;max-width:100%}.crop img{display:block;border:0;height:auto}
        .mark{position:absolute;border:3px solid #d9480f;border-radius:3px;pointer-events:none}.mark.rough{border-style:dashed}
        .readings{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.6rem 0}.readings dt{color:var(--dim)}.readings dd{margin:0;overflow-wrap:anywhere}
        .readings dd.num{font-size:1.15rem}.readings dd small{font-size:.85rem}
        .entry input#value{font-size:1.3rem;width:9rem}
        .equation{display:flex;flex-wrap:wrap;gap:.2rem .35rem;align-items:end;margin:.4rem 0;padding:.3rem;background:var(--soft);border-radius:.3rem}
        .equation .tag{background:var(--paper)}
        .term{display:inline-flex;flex-direction:column;align-items:center;border-radius:.2rem;padding:0 .25rem;max-width:8rem}
        .term small{font-size:.7rem;color:var(--dim);max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .term.doubt b{color:var(--amber);text-decoration:underline dotted}.term.here{outline:2px solid #d9480f}
        .findings li,.history li{margin:.25rem 0;overflow-wrap:anywhere}q{display:block;color:var(--dim)}
        .frame{overflow:auto;height:calc(100vh - 9rem);min-height:20rem;border:1px solid var(--line);background:var(--soft);cursor:grab}
        .sheet{position:relative;width:100%}.sheet img{display:block;width:100%;height:auto;border:0;max-width:none;-webkit-user-drag:none}
        .cell{position:absolute;padding:0;min-width:6px;min-height:6px;background:transparent;border:1px solid rgba(11,92,173,.35);border-radius:0}
        .nogrid .cell:not(.here){visibility:hidden}
        .cell.suspect,.cell.derived{border:2px solid #b86e00;background:rgba(255,180,0,.18)}.cell.missing{border:2px solid #c92a2a;background:rgba(255,60,60,.18)}
        .cell.corrected{border:2px solid #2b8a3e;background:rgba(60,200,90,.18)}.cell.here{border:3px solid #d9480f}
        .lines{overflow:auto;max-height:24rem;border:1px solid var(--line);padding:.4rem;margin:.3rem 0}.lines .here{background:var(--amberbg)}
        .form td{min-width:3.5rem}.form small{display:block;font-size:.7rem}.form .group{background:var(--paper);color:var(--dim)}
        td.suspect,td.derived{background:var(--amberbg)}td.missing{background:var(--redbg)}td.corrected{background:var(--greenbg)}
        button.link{background:none;border:0;padding:0 .2rem;color:inherit;text-decoration:underline dotted}
        dialog{max-width:min(44rem,94vw);max-height:86vh;overflow:auto;background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:.5rem}
        svg.bar{width:100%;max-width:37rem;height:1.2rem;border:1px solid var(--line)}
        rect.clean{fill:#2b8a3e}rect.settled{fill:#1c7ed6}rect.open{fill:#e8890c}
        .heat th{font-size:.8rem;font-weight:400}.heat td{width:4rem;text-align:right}
        .heat1{background:var(--amberbg)}.heat2{background:#f6c667;color:#222}.heat3{background:#ee8a3a;color:#111}.heat4,.heat5{background:#c92a2a;color:#fff}
        @media (prefers-reduced-motion:no-preference){.frame{scroll-behavior:auto}}
        """#
}
