/// The script of the page: filter and search. Works from a file, loads nothing, knows no language.
enum HTMLScript {
  /// SHA-256 of `text`, in Base64, for the content security policy. A test recomputes it.
  static let digest = "gxtU/1koc3jvXI7jTzN0qLh+QonxfTzZhE0HALauEMI="

  static let text = """

    (function () {
      'use strict';
      var bar = document.getElementById('filter');
      if (!bar) { return; }
      bar.hidden = false;
      var query = document.getElementById('q');
      var rule = document.getElementById('r');
      var which = document.getElementById('d');
      var count = document.getElementById('n');
      var boxes = Array.from(bar.querySelectorAll('input[name=s]'));
      var docs = Array.from(document.querySelectorAll('details.doc')).map(function (node) {
        var name = node.querySelector('.name').textContent.toLowerCase();
        var items = Array.from(node.querySelectorAll('li.f'));
        return { node: node, name: name, items: items, texts: null };
      });
      var total = docs.reduce(function (sum, doc) { return sum + doc.items.length; }, 0);

      function words(doc) {
        doc.texts = doc.texts || doc.items.map(function (item) {
          return item.textContent.toLowerCase();
        });
        return doc.texts;
      }

      function apply() {
        var wanted = query.value.trim().toLowerCase();
        var on = boxes.filter(function (box) { return box.checked; })
          .map(function (box) { return box.value; });
        var narrow = wanted || rule.value || on.length < boxes.length;
        var shown = 0;
        docs.forEach(function (doc) {
          var here = !which.value || doc.node.dataset.d === which.value;
          var named = wanted && doc.name.indexOf(wanted) >= 0;
          var texts = here && wanted && !named ? words(doc) : null;
          var seen = 0;
          doc.items.forEach(function (item, index) {
            var fits = here && on.indexOf(item.dataset.s) >= 0
              && (!rule.value || item.dataset.r === rule.value)
              && (!texts || texts[index].indexOf(wanted) >= 0);
            item.hidden = !fits;
            if (fits) { seen += 1; }
          });
          shown += seen;
          doc.node.hidden = !here || (narrow && seen === 0 && !(named && !doc.items.length));
          if (narrow && seen && doc.node.dataset.kept === undefined) {
            doc.node.dataset.kept = doc.node.open ? '1' : '';
          }
          if (narrow && seen) { doc.node.open = true; }
          if (!narrow && doc.node.dataset.kept !== undefined) {
            doc.node.open = doc.node.dataset.kept === '1';
            delete doc.node.dataset.kept;
          }
        });
        count.textContent = count.dataset.t.replace('{n}', shown).replace('{m}', total);
      }

      function fold(open) {
        docs.forEach(function (doc) {
          delete doc.node.dataset.kept;
          doc.node.open = open;
        });
      }

      var timer = 0;
      query.addEventListener('input', function () {
        clearTimeout(timer);
        timer = setTimeout(apply, 120);
      });
      bar.addEventListener('change', apply);
      bar.addEventListener('submit', function (event) { event.preventDefault(); apply(); });
      bar.addEventListener('reset', function () { setTimeout(apply, 0); });
      document.getElementById('fold').addEventListener('click', function () { fold(false); });
      document.getElementById('unfold').addEventListener('click', function () { fold(true); });
      document.querySelectorAll('a[data-pick]').forEach(function (link) {
        link.addEventListener('click', function () { rule.value = link.dataset.pick; apply(); });
      });
      document.addEventListener('keydown', function (event) {
        var busy = /^(input|select|textarea)$/i.test(event.target.tagName || '');
        if (event.key === '/' && !busy && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          query.focus();
        }
      });
      var closed = [];
      window.addEventListener('beforeprint', function () {
        closed = Array.from(document.querySelectorAll('details:not(.more):not([open])'));
        closed.forEach(function (node) { node.open = true; });
      });
      window.addEventListener('afterprint', function () {
        closed.forEach(function (node) { node.open = false; });
      });
      apply();
    })();

    """
}
