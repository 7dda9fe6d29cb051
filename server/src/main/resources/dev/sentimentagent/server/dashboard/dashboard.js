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

  function sort(table, heads, column) {
    const head = heads[column];
    const number = head.classList.contains('n') || head.classList.contains('voice');
    const up = head.ariaSort ? head.ariaSort === 'descending' : !number;
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.ariaSort = up ? 'ascending' : 'descending';
    const value = row => number ? Number(row.cells[column].dataset.value) : row.cells[column].textContent.trim().toLowerCase();
    const rows = [...table.tBodies[0].rows].map(row => [value(row), row]);
    rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1));
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

  // New data: the page is asked for again, quietly, at most every ten seconds, and never under the reader's hands.
  let source = null;
  let due = null;
  function busy() {
    const active = document.activeElement;
    return document.hidden || (active && active.matches('input, select, [contenteditable]')) || document.querySelector('.tip:not([hidden])')
        || document.querySelector('details[open]') || String(getSelection()) !== '';
  }
  async function refresh() {
    due = null;
    if (busy()) {
      due = setTimeout(refresh, 5000);
      return;
    }
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const focus = document.activeElement && document.activeElement.id;
    const all = [...document.querySelectorAll('.all:checked')].map(box => box.id);
    for (const id of ['live', 'main']) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    }
    all.forEach(id => { const box = document.getElementById(id); if (box) box.checked = true; });
    if (focus && document.getElementById(focus)) document.getElementById(focus).focus();
    const main = document.getElementById('main');
    main.classList.add('fresh');
    htmx.process(main);
    prepare(main);
  }
  function listen() {
    if (source || document.hidden || !window.EventSource) return;
    source = new EventSource('/api/v1/events');
    // A page that is one person's work in progress looks after itself.
    source.addEventListener('data-changed', () => { if (!document.getElementById('admin')) due ??= setTimeout(refresh, 10000); });
    source.addEventListener('jobs-changed', () => document.dispatchEvent(new Event('jobs-changed')));
    source.addEventListener('open', () => document.dispatchEvent(new Event('jobs-changed')));
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      source?.close();
      source = null;
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
  document.addEventListener('htmx:load', event => prepare(event.detail.elt));
  addEventListener('pagehide', () => source?.close());
  listen();
})();
