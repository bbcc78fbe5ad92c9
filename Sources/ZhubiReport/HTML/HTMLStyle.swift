/// The style of the page: light and dark, narrow and wide, and on paper.
public enum HTMLStyle {
  /// SHA-256 of `text`, in Base64, for the content security policy. A test recomputes it.
  public static let digest = "MOHKrqfFaAzk28G3QUvjfNeDnGQon8gKhxuq97mBuo0="

  /// The sheet itself.
  public static let text = """

    :root {
      color-scheme: light dark;
      --page: #f6f3ee; --card: #ffffff; --ink: #1f2328; --soft: #59606b; --line: #ded8ce;
      --red: #a8231c; --seal: #b3261e; --link: #8c1d18; --focus: #0b57d0;
      --mark: #ffe1da; --code: #f1ede6; --del: #8f1d2c; --ins: #1a5e33;
      --block: #8c1730; --block-bg: #fbe9ec; --block-bar: #a61c3c;
      --error: #963400; --error-bg: #fdeee4; --error-bar: #d35414;
      --warning: #6f4c00; --warning-bg: #fdf4d9; --warning-bar: #d19b0f;
      --info: #1b5391; --info-bg: #e8f1fb; --info-bar: #5a94d6;
      --pass: #1a5e33; --pass-bg: #e5f4ea; --pass-bar: #3f9a5f;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #14161a; --card: #1c1f24; --ink: #e9e6e1; --soft: #a4abb6; --line: #343941;
        --red: #ff9b8e; --seal: #c9372c; --link: #ffb4a9; --focus: #8ab4f8;
        --mark: #5d231d; --code: #282c33; --del: #ff9fae; --ins: #8fd8a8;
        --block: #ff9fb1; --block-bg: #3a1820; --block-bar: #e0476a;
        --error: #ffb38a; --error-bg: #3a2115; --error-bar: #e8743b;
        --warning: #f2cd6b; --warning-bg: #332a11; --warning-bar: #d9a521;
        --info: #9ec7f7; --info-bg: #16273b; --info-bar: #4c8bd6;
        --pass: #8fd8a8; --pass-bg: #14301f; --pass-bar: #4fae72;
      }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; padding: 1.75rem 1.25rem 4rem; max-width: 70rem;
      background: var(--page); color: var(--ink);
      font: 1rem/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
      overflow-wrap: anywhere;
    }
    h1, h2, p, dl, dd, ul, ol, fieldset { margin: 0; padding: 0; border: 0; }
    ul, ol { list-style: none; }
    h1 { font-size: 1.35rem; line-height: 1.3; letter-spacing: .02em; }
    h2 { font-size: .875rem; color: var(--soft); font-weight: 600; margin-bottom: .6rem; }
    code {
      font: .8125rem/1.4 ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace;
      background: var(--code); border-radius: .25rem; padding: .1rem .35rem;
    }
    a { color: var(--link); text-underline-offset: .2em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .25rem; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 3; }
    .meta { color: var(--soft); font-size: .875rem; }
    .name { font-weight: 600; }
    .cp {
      font: .6875rem/1 ui-monospace, monospace; color: var(--block); background: var(--block-bg);
      border: 1px solid currentColor; border-radius: .2rem; padding: 0 .2rem; margin: 0 .1rem;
      unicode-bidi: isolate;
    }

    .brand { display: grid; grid-template-columns: auto 1fr; column-gap: .875rem; align-items: center; }
    .brand .meta { grid-column: 2; }
    .seal {
      grid-row: span 2; width: 3rem; height: 3rem; border-radius: .5rem; background: var(--seal);
      color: #fff; font: 600 1.75rem/3rem "Songti SC", SimSun, "Noto Serif CJK SC", serif;
      text-align: center;
    }
    .banner {
      margin-top: 1.25rem; padding: 1rem 1.25rem; border-radius: .75rem; display: flex;
      flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; border: 1px solid currentColor;
    }
    .banner .word { font-size: 1.5rem; font-weight: 700; line-height: 1.3; }
    .v-pass { color: var(--pass); background: var(--pass-bg); }
    .v-review { color: var(--warning); background: var(--warning-bg); }
    .v-block { color: var(--block); background: var(--block-bg); }
    .v-incomplete { color: var(--error); background: var(--error-bg); }

    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin-top: 1rem; }
    .tile { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .75rem 1rem; }
    .tile dt { color: var(--soft); font-size: .875rem; }
    .tile dd { font-size: 1.75rem; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
    .tile.s-block dd { color: var(--block); } .tile.s-error dd { color: var(--error); }
    .tile.s-warning dd { color: var(--warning); } .tile.s-info dd { color: var(--info); }

    .unread, .charts > div, .packs, .clean, .doc, #filter {
      background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
    }
    .unread { margin-top: 1rem; padding: 1rem 1.25rem; border-left: .375rem solid var(--error-bar); }
    .unread h2 { color: var(--error); }
    .unread li + li { margin-top: .4rem; }
    .charts { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .75rem; margin-top: 1rem; }
    .charts > div { padding: 1rem 1.25rem; }
    .stack { display: block; width: 100%; height: 1rem; border-radius: .5rem; background: var(--code); }
    .b-block { fill: var(--block-bar); } .b-error { fill: var(--error-bar); }
    .b-warning, .b-review { fill: var(--warning-bar); } .b-info { fill: var(--info-bar); }
    .b-incomplete { fill: var(--error-bar); } .b-pass { fill: var(--pass-bar); }
    .key + h2 { margin-top: 1.5rem; }
    .key { display: grid; gap: .35rem; margin-top: .875rem; font-size: .875rem; }
    .key li { display: grid; grid-template-columns: auto 1fr auto 3.5rem; gap: .6rem; align-items: center; }
    .key span:last-child { color: var(--soft); text-align: right; }
    .dot { width: .75rem; height: .75rem; border-radius: .25rem; }
    .s-block .dot { background: var(--block-bar); } .s-error .dot { background: var(--error-bar); }
    .s-warning .dot, .s-review .dot { background: var(--warning-bar); } .s-info .dot { background: var(--info-bar); }
    .s-incomplete .dot { background: var(--error-bar); } .s-pass .dot { background: var(--pass-bar); }
    .bars { display: grid; gap: .55rem; font-size: .875rem; }
    .bars li { display: grid; grid-template-columns: auto 1fr auto; gap: .15rem .6rem; align-items: baseline; }
    .bars code { justify-self: start; }
    .bars svg { grid-column: 1 / -1; width: 100%; height: .5rem; border-radius: .25rem; background: var(--code); display: block; }
    .rest { margin-top: .75rem; font-size: .875rem; }
    .rest .bars { margin-top: .55rem; }
    .packs { margin-top: .75rem; padding: .6rem 1.25rem; font-size: .875rem; }
    .packs ul { padding: .5rem 0; }
    summary { cursor: pointer; }

    #filter {
      margin-top: 1.5rem; padding: .75rem 1rem; display: flex; flex-wrap: wrap; gap: .6rem 1rem;
      align-items: center; position: sticky; top: .5rem; z-index: 2; font-size: .875rem;
    }
    #filter input[type=search] { flex: 1 1 16rem; }
    #filter input[type=search], #filter select, #filter button {
      font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft);
      border-radius: .5rem; padding: .35rem .7rem; min-height: 2.25rem; max-width: 100%;
    }
    #filter select { max-width: 14rem; }
    #filter button { cursor: pointer; }
    #filter input::placeholder { color: var(--soft); opacity: 1; }
    fieldset { display: flex; flex-wrap: wrap; gap: .4rem; min-width: 0; }
    legend { position: absolute; left: -100rem; }
    .chip { display: inline-flex; align-items: center; gap: .35rem; min-height: 2.25rem; padding: 0 .7rem; border-radius: 2rem; border: 1px solid currentColor; cursor: pointer; }
    .chip.s-block, .s-block .sev { color: var(--block); background: var(--block-bg); }
    .chip.s-error, .s-error .sev { color: var(--error); background: var(--error-bg); }
    .chip.s-warning, .s-warning .sev { color: var(--warning); background: var(--warning-bg); }
    .chip.s-info, .s-info .sev { color: var(--info); background: var(--info-bg); }
    .chip input { margin: 0; }
    .chip.s-block input { accent-color: var(--block-bar); } .chip.s-error input { accent-color: var(--error-bar); }
    .chip.s-warning input { accent-color: var(--warning-bar); } .chip.s-info input { accent-color: var(--info-bar); }
    .acts { display: inline-flex; flex-wrap: wrap; gap: .4rem; }
    output { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; }

    .doc, .clean { margin-top: 1rem; padding: 0 1.25rem; }
    .doc > summary, .clean > summary { padding: .875rem 0; line-height: 1.9; }
    .verdict, .sev { border-radius: .375rem; padding: .1rem .5rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; }
    .tally { color: var(--soft); font-size: .875rem; margin-left: .4rem; }
    .doc > .meta { padding-bottom: .875rem; }
    .problems { margin-bottom: .875rem; padding: .6rem .875rem; border-radius: .5rem; background: var(--error-bg); color: var(--error); font-size: .9375rem; }
    .list > .f { content-visibility: auto; contain-intrinsic-size: auto 11rem; }
    .f { border-top: 1px solid var(--line); padding: 1rem 0 1rem .875rem; position: relative; }
    .f::before { content: ""; position: absolute; left: 0; top: 1.1rem; bottom: 1.1rem; width: .25rem; border-radius: .25rem; }
    .f.s-block::before { background: var(--block-bar); } .f.s-error::before { background: var(--error-bar); }
    .f.s-warning::before { background: var(--warning-bar); } .f.s-info::before { background: var(--info-bar); }
    .msg { font-weight: 600; margin-left: .25rem; }
    .conf { display: inline-block; line-height: 1.45; border: 1px solid var(--line); color: var(--soft); border-radius: .375rem; padding: 0 .45rem; font-size: .8125rem; white-space: nowrap; }
    .where { color: var(--soft); font-size: .8125rem; margin-top: .2rem; display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: center; }
    .ctx {
      margin-top: .5rem; padding: .6rem .875rem; border-radius: .5rem; background: var(--page);
      border: 1px solid var(--line); white-space: pre-wrap; overflow: hidden;
    }
    mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--red); padding: .05rem .1rem; }
    .advice, .facts { margin-top: .5rem; font-size: .9375rem; }
    .advice div, .facts div { display: grid; grid-template-columns: 4.75rem 1fr; gap: .5rem; }
    :lang(en) :is(.advice, .facts) div { grid-template-columns: 6.25rem 1fr; }
    :is(.tile dt, .banner .word, .key li, .tally)::first-letter { text-transform: uppercase; }
    dt { color: var(--soft); }
    del { color: var(--del); } ins { color: var(--ins); font-weight: 600; text-decoration: none; }
    .more { margin-top: .35rem; font-size: .875rem; }
    .more > summary { color: var(--soft); width: max-content; }
    .facts { font-size: .875rem; }
    .none { margin-top: 1rem; color: var(--soft); text-align: center; }
    .clean ul { padding-bottom: .875rem; }
    .clean .name { font-weight: 400; }

    @media (max-width: 44rem) {
      body { padding: 1rem .75rem 3rem; }
      .charts { grid-template-columns: minmax(0, 1fr); }
      .tiles { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5rem; }
      .tile { padding: .5rem .75rem; }
      .tile dd { font-size: 1.375rem; }
      #filter { position: static; }
      #filter label:has(select) { flex: 1 1 100%; min-width: 0; display: flex; gap: .6rem; align-items: center; }
      #filter select { max-width: none; min-width: 0; width: 0; flex: 1 1 0; }
      output { margin-left: 0; }
      .doc, .clean { padding: 0 .875rem; }
      .advice div, .facts div { grid-template-columns: 4rem 1fr; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media print {
      :root { --page: #ffffff; color-scheme: light; }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.5; }
      #filter, .skip, .more { display: none !important; }
      .tiles { grid-template-columns: repeat(auto-fit, minmax(4.5rem, 1fr)); gap: .4rem; }
      .tile, .banner, .unread { padding: .4rem .75rem; margin-top: .5rem; }
      .tile dd { font-size: 1.25rem; }
      .charts { margin-top: .5rem; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
      .charts > div { padding: .6rem .75rem; }
      .key, .bars { gap: .2rem; font-size: .8125rem; }
      .doc, .clean, .packs { border: 0; border-top: 2px solid var(--line); border-radius: 0; padding: 0; }
      .list > .f { content-visibility: visible; padding: .5rem 0 .5rem .875rem; }
      .f, .tile, .banner, .charts > div { break-inside: avoid; }
      .doc > summary, .doc > .meta { break-after: avoid; }
      .seal, .banner, .verdict, .sev, mark, .dot, rect, .problems, .f::before {
        -webkit-print-color-adjust: exact; print-color-adjust: exact;
      }
    }

    """
}
