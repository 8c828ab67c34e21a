import ReportModel

/// The page of the review, its looks and its script: plain HTML, CSS and JavaScript, in the program itself.
enum ReviewAssets {
    static var script: String {
        "\"use strict\";\n(() => {\n" + [words, core, view, form, keys].joined(separator: "\n") + "})();\n"
    }

    static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5cad"/>
        <path d="M4 8.5l3 3 5-7" fill="none" stroke="#fff" stroke-width="2"/></svg>
        """

    /// Everything in it is filled in by the script; nothing of a document is.
    static func page(language: Language) -> String {
        """
        <!doctype html>
        <html lang="\(language == .chinese ? "zh-CN" : "en")">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>gxingest</title>
        <link rel="icon" href="icon.svg">
        <link rel="stylesheet" href="review.css">
        <script src="review.js" defer></script></head>
        <body>
        <header>
        <strong id="counts" role="status" aria-live="off"></strong>
        <nav>
        <button type="button" data-do="filters" data-word="filters" aria-expanded="false"></button>
        <button type="button" data-do="list" data-word="list"></button>
        <button type="button" data-do="form" data-word="form"></button>
        <a href="overview" id="overview" data-word="overview"></a>
        <button type="button" data-do="help" data-word="help"></button>
        <button type="button" data-do="language" data-word="language"></button>
        <label><span data-word="author"></span> <input id="author" autocomplete="name" maxlength="60" size="10"></label>
        </nav>
        </header>
        <form id="filters" hidden></form>
        <p id="notice" role="alert" hidden></p>
        <p id="spoken" role="status" aria-live="polite" class="hidden-text"></p>
        <main id="main" tabindex="-1">
        <section id="figure" aria-labelledby="label"></section>
        <section id="paper"></section>
        </main>
        <section id="whole" hidden></section>
        <dialog id="dialog"></dialog>
        <noscript>JavaScript</noscript>
        </body></html>

        """
    }
}
