// What a page can do with script: it is whole without.
(() => {
  'use strict';
  const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);
  const zone = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});
  const hour = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit'});

  // Times in the reader's zone.
  function localTimes(root) {
    each('time[datetime]', time => {
      const at = new Date(time.dateTime);
      const text = zone.format(at);
      if (/UTC$/.test(time.textContent)) time.textContent = text;
      time.title = text;
    }, root);
    each('text[data-time]', label => {
      if (label.textContent.includes(':')) label.textContent = hour.format(new Date(label.dataset.time));
    }, root);
  }

  // Tables that sort and are searched.
  function sortable(root) {
    each('table.sortable', table => {
      const heads = [...table.tHead.rows[0].cells];
      heads.forEach((head, column) => {
        if ('plain' in head.dataset || head.querySelector('button')) return;
        const button = document.createElement('button');
        button.type = 'button';
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener('click', () => sort(table, heads, column));
      });
    }, root);
    each('input[data-find]', input => {
      input.hidden = false;
      const table = document.getElementById(input.dataset.find);
      input.addEventListener('input', () => {
        const wanted = input.value.trim().toLowerCase();
        table.classList.toggle('found', wanted !== '');
        for (const row of table.tBodies[0].rows) row.hidden = wanted !== '' && !row.cells[0].textContent.toLowerCase().includes(wanted);
      });
    }, root);
  }

  // What has no value stands last, whichever way.
  function sort(table, heads, column, wanted) {
    const head = heads[column];
    const number = head.classList.contains('n') || head.classList.contains('voice');
    const up = wanted ?? (head.ariaSort ? head.ariaSort === 'descending' : !number);
    table.dataset.sorted = `${column} ${Number(up)}`;
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.ariaSort = up ? 'ascending' : 'descending';
    const value = row => number ? Number(row.cells[column].dataset.value) : row.cells[column].textContent.trim().toLowerCase();
    const rows = [...table.tBodies[0].rows].map(row => [value(row), row]);
    const none = value => Number.isNaN(value);
    rows.sort(([a], [b]) => none(a) - none(b) || (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1));
    table.tBodies[0].append(...rows.map(([, row]) => row));
  }

  // Charts: what the pointer is over, and a span chosen by dragging.
  function charts(root) {
    each('figure.timechart', figure => {
      const rows = [...figure.querySelectorAll('tbody tr')];
      const heads = [...figure.querySelectorAll('thead th')].map(head => head.textContent);
      const tip = document.createElement('div');
      tip.className = 'tip';
      tip.hidden = true;
      figure.append(tip);
      each('svg.chart', svg => hover(svg, figure, rows, heads, tip), figure);
      const png = figure.querySelector('button.png');
      if (png) {
        png.hidden = false;
        png.addEventListener('click', () => picture(figure));
      }
    }, root);
  }

  const make = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  function hover(svg, figure, rows, heads, tip) {
    const centres = svg.dataset.x.split(' ').map(Number);
    const cursor = make('path', {class: 'cursor', visibility: 'hidden'});
    const brush = make('rect', {class: 'brush', y: svg.dataset.top, height: svg.dataset.base - svg.dataset.top, visibility: 'hidden'});
    svg.append(brush, cursor);
    let dragged = null;
    const scale = () => svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
    const at = event => (event.clientX - svg.getBoundingClientRect().left) * scale();
    const nearest = x => centres.reduce((best, centre, i) => Math.abs(centre - x) < Math.abs(centres[best] - x) ? i : best, 0);

    svg.addEventListener('pointermove', event => {
      const x = at(event);
      const i = nearest(x);
      cursor.setAttribute('d', `M${centres[i]} ${svg.dataset.top}V${svg.dataset.base}`);
      cursor.setAttribute('visibility', 'visible');
      if (dragged !== null) {
        brush.setAttribute('x', Math.min(dragged, x));
        brush.setAttribute('width', Math.abs(x - dragged));
        brush.setAttribute('visibility', 'visible');
      }
      const cells = [...rows[i].cells];
      const title = document.createElement('b');
      title.textContent = cells[0].textContent;
      tip.replaceChildren(title);
      cells.slice(1).forEach((cell, j) => {
        if (!cell.textContent) return;
        const line = document.createElement('div');
        line.textContent = `${heads[j + 1]} ${cell.textContent}`;
        tip.append(line);
      });
      tip.hidden = false;
      const box = figure.getBoundingClientRect();
      const beside = event.clientX - box.left + 16;
      const room = beside + tip.offsetWidth < box.width;
      tip.style.transform = `translate(${room ? beside : Math.max(0, beside - tip.offsetWidth - 32)}px, 16px)`;
    });
    svg.addEventListener('pointerleave', () => {
      cursor.setAttribute('visibility', 'hidden');
      brush.setAttribute('visibility', 'hidden');
      tip.hidden = true;
      dragged = null;
    });
    svg.addEventListener('pointerdown', event => {
      if (event.pointerType === 'mouse') dragged = at(event);
    });
    svg.addEventListener('pointerup', event => {
      if (dragged === null) return;
      const [from, to] = [nearest(Math.min(dragged, at(event))), nearest(Math.max(dragged, at(event)))];
      const far = Math.abs(at(event) - dragged) > 12;
      dragged = null;
      if (!far || from === to) return;
      const address = new URL(location.href);
      address.searchParams.delete('range');
      address.searchParams.set('from', rows[from].dataset.start);
      address.searchParams.set('to', rows[to].dataset.end);
      go(address.href);
    });
  }

  // A picture for a slide, in the colours of the screen.
  function picture(figure) {
    const svg = [...figure.querySelectorAll('svg.chart')].find(one => one.getBoundingClientRect().width > 0);
    const copy = svg.cloneNode(true);
    const shown = [...svg.querySelectorAll('*')];
    [...copy.querySelectorAll('*')].forEach((element, i) => {
      const style = getComputedStyle(shown[i]);
      for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray']) element.setAttribute(name, style.getPropertyValue(name));
    });
    const {width, height} = svg.viewBox.baseVal;
    copy.setAttribute('width', width);
    copy.setAttribute('height', height);
    const image = new Image();
    image.addEventListener('load', () => {
      const canvas = document.createElement('canvas');
      canvas.width = width * 2;
      canvas.height = height * 2;
      const pen = canvas.getContext('2d');
      pen.fillStyle = getComputedStyle(document.body).backgroundColor;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const link = document.createElement('a');
      link.download = 'chart.png';
      link.href = canvas.toDataURL('image/png');
      link.click();
    });
    image.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  }

  const go = address => htmx.ajax('GET', address, {target: 'body', swap: 'outerHTML'}).then(() => history.pushState({}, '', address));

  function choices(root) {
    each('select[data-address]', select => select.addEventListener('change', () => {
      const address = new URL(select.dataset.address, location.href);
      if (select.value) address.searchParams.set(select.name, select.value);
      location.assign(address.href);
    }), root);
    each('select[data-submit]', select => select.addEventListener('change', () => select.form.requestSubmit()), root);
  }

  // New data: the page is asked for again, quietly, at most every ten seconds, and never under the reader's hands. What came less than ten
  // seconds before may be missing on it: for that it is asked for once more.
  let source = null;
  let due = null;
  let more = false;
  function news() {
    more = due !== null;
    due ??= setTimeout(refresh, 10000);
  }
  const typed = field => field.type !== 'checkbox' && (field.options
      ? [...field.options].some(option => option.selected !== option.defaultSelected && field.selectedIndex > 0)
      : field.value !== field.defaultValue && !field.dataset.find);
  function busy() {
    const active = document.activeElement;
    return document.hidden || (active && active.matches('input, select, [contenteditable]')) || document.querySelector('.tip:not([hidden])')
        || document.querySelector('details[open]') || String(getSelection()) !== ''
        || [...document.querySelectorAll('#main input, #main select')].some(typed);
  }
  async function ask(address) {
    const answer = await fetch(address, {headers: {Accept: 'text/html'}}).catch(() => null);
    return answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  }
  // What takes longer than a page stays as it is until it comes anew.
  function keep(page) {
    each('.waiting[id][hx-get], #by-author[hx-get]', late => {
      const known = document.getElementById(late.id);
      if (!known || known.hasAttribute('hx-get')) return;
      for (const {name, value} of late.attributes) if (name.startsWith('hx-')) known.setAttribute(name, value);
      late.replaceWith(known);
    }, page);
  }
  async function refresh() {
    due = null;
    if (busy()) {
      due = setTimeout(refresh, 5000);
      return;
    }
    if (more) news();
    const address = location.href;
    let page = await ask(address);
    if (page && page.getElementById('later')) page = await ask(page.getElementById('later').getAttribute('hx-get'));
    if (!page || location.href !== address) return;
    const again = arrangement();
    keep(page);
    for (const id of ['live', 'main']) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    }
    const main = document.getElementById('main');
    main.classList.add('fresh');
    htmx.process(main);
    prepare(main);
    again();
    age();
  }
  // How the reader has arranged the page; gives what arranges another like it.
  function arrangement() {
    const focus = document.activeElement && document.activeElement.id;
    const all = [...document.querySelectorAll('.all:checked')].map(box => box.id);
    const found = [...document.querySelectorAll('input[data-find]')].map(input => [input.dataset.find, input.value]);
    const sorted = [...document.querySelectorAll('table.sortable[data-sorted]')].map(table => [table.id, ...table.dataset.sorted.split(' ').map(Number)]);
    return () => {
      all.forEach(id => { const box = document.getElementById(id); if (box) box.checked = true; });
      for (const [id, value] of found.filter(([, words]) => words)) {
        const input = document.querySelector(`input[data-find="${id}"]`);
        if (input) {
          input.value = value;
          input.dispatchEvent(new Event('input'));
        }
      }
      for (const [id, column, up] of sorted) {
        const table = document.getElementById(id);
        if (table) sort(table, [...table.tHead.rows[0].cells], column, Boolean(up));
      }
      if (focus && document.getElementById(focus)) document.getElementById(focus).focus();
    };
  }
  // How fresh it is grows old while nobody asks, and while nobody answers.
  let cut = false;
  let cutting = 0;
  function age() {
    const live = document.getElementById('live');
    if (!live || !live.dataset.age) return;
    live.dataset.seen ??= Date.now();
    const seconds = Number(live.dataset.age) + Math.max(0, Date.now() - Number(live.dataset.seen)) / 1000;
    const stale = seconds > Number(live.dataset.stale);
    live.classList.toggle('stale', stale || cut);
    live.classList.toggle('live', !stale && !cut);
    const words = (cut ? 'no connection, last collected ' : stale ? 'stale: last collected ' : 'live, ') + ago(Math.floor(seconds / 60));
    if (live.lastElementChild.textContent !== words) live.lastElementChild.textContent = words;
  }
  function ago(minutes) {
    if (minutes < 1) return 'just now';
    return minutes < 120 ? `${minutes} min ago` : minutes < 2880 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1440)} days ago`;
  }
  setInterval(age, 5000);
  function listen() {
    if (source || document.hidden || !window.EventSource) return;
    source = new EventSource('/api/v1/events');
    // A page that is one person's work in progress looks after itself.
    source.addEventListener('data-changed', () => { if (!document.getElementById('admin')) news(); });
    source.addEventListener('jobs-changed', () => document.dispatchEvent(new Event('jobs-changed')));
    source.addEventListener('open', () => {
      clearTimeout(cutting);
      document.dispatchEvent(new Event('jobs-changed'));
      if (!cut) return;
      cut = false;
      age();
      // What has changed meanwhile was told to nobody.
      if (document.getElementById('admin')) return;
      due ??= setTimeout(refresh, 1000);
      more = true;
    });
    // It tries again by itself.
    source.addEventListener('error', () => {
      clearTimeout(cutting);
      cutting = setTimeout(() => { cut = true; age(); }, 15000);
    });
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      source?.close();
      source = null;
      clearTimeout(cutting);
    } else {
      listen();
    }
  });

  function prepare(root) {
    localTimes(root);
    sortable(root);
    charts(root);
    choices(root);
  }
  document.addEventListener('htmx:load', event => {
    prepare(event.detail.elt);
    age();
  });
  // A page that says what went wrong is a page; where a part failed, its link stays.
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.isError && event.detail.target === document.body) event.detail.shouldSwap = true;
  });
  // Nobody answers: the browser says so best.
  document.addEventListener('htmx:sendError', event => {
    if (event.detail.boosted || event.detail.target === document.body) location.assign(event.detail.pathInfo.requestPath);
  });
  addEventListener('pagehide', () => source?.close());
  listen();
})();
