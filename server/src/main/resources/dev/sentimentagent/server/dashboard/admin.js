// The admin page: asks the API with the token that was typed in, and shows the answers as text, never as markup.
(() => {
  'use strict';
  const KEY = 'sentimentagent-admin-token';
  const API = '/api/v1/admin';
  const LISTS = ['aliases', 'ambiguous_aliases', 'telling_words', 'exclusions', 'home_subreddits'];
  const id = name => document.getElementById(name);
  let tools = [];
  let edited = null;
  let auditPage = 1;
  let jobTimer = 0;

  class Refused extends Error {
    constructor(status, detail) { super(detail); this.status = status; }
  }

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  }

  function button(words, action, label) {
    const made = make('button', { type: 'button', textContent: words });
    if (label) made.setAttribute('aria-label', label);
    made.addEventListener('click', () => attempt(action));
    return made;
  }

  function say(words, bad) {
    const said = id('said');
    said.textContent = words;
    said.classList.toggle('failed', Boolean(bad));
    said.hidden = !words;
  }

  async function call(method, path, body, headers) {
    const answer = await fetch(API + path, {
      method,
      headers: { 'X-Admin-Token': sessionStorage.getItem(KEY) || '', 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, json.detail || 'the service answered with ' + answer.status);
    return json;
  }

  async function attempt(action) {
    try {
      await action();
    } catch (e) {
      if (e.status === 401 || e.status === 403) leave();
      say(e.message.charAt(0).toUpperCase() + e.message.slice(1) + '.', true);
    }
  }

  function when(text, length = 16) {
    const time = make('time', { dateTime: text, textContent: text.slice(0, length).replace('T', ' ') });
    time.title = text;
    return time;
  }

  const number = value => Number(value).toLocaleString('en').replaceAll(',', '\u2009');

  // Tools
  async function loadTools() {
    const form = new FormData(id('find'));
    tools = (await call('GET', '/tools?status=all&limit=100')).tools;
    const wanted = new URLSearchParams({ limit: '100', status: form.get('status'), search: form.get('search') });
    const found = await call('GET', '/tools?' + wanted);
    id('toollist').replaceChildren(...found.tools.map(tool => make('tr', {},
      make('th', { scope: 'row' }, toolButton(tool)),
      make('td', { className: 'minor', textContent: tool.vendor }),
      make('td', { className: 'minor', textContent: tool.categories.map(name => name.replaceAll('_', ' ')).join(', ') }),
      make('td', { textContent: known(tool) }),
      make('td', { className: 'state', textContent: tool.status === 'active' ? 'active' : tool.merged_into ? 'merged into ' + tool.merged_into : 'archived' }),
      make('td', { className: 'minor' }, when(tool.updated_at, 10)))));
    id('toolcount').textContent = found.total + (found.total === 1 ? ' tool' : ' tools') + (found.has_next ? ', the first 100 shown' : '');
  }

  function toolButton(tool) {
    const made = button(tool.name, () => edit(tool.id));
    made.className = 'name';
    return made;
  }

  function known(tool) {
    const names = [...tool.aliases, ...tool.ambiguous_aliases.map(name => name + ' (?)'), ...tool.home_subreddits.map(name => 'r/' + name)];
    return names.slice(0, 4).join(', ') + (names.length > 4 ? ' and ' + (names.length - 4) + ' more' : '') || 'nothing: it cannot be found';
  }

  async function edit(toolId) {
    const form = id('tool');
    form.reset();
    id('preview').replaceChildren();
    id('forced').hidden = true;
    edited = null;
    if (toolId) {
      const answer = await call('GET', '/tools/' + toolId);
      edited = answer.tool;
      for (const field of ['name', 'vendor', 'description']) form.elements[field].value = edited[field];
      for (const field of LISTS) form.elements[field].value = edited[field].join('\n');
      for (const box of form.querySelectorAll('[name=categories]')) box.checked = edited.categories.includes(box.value);
      await surroundings();
    }
    id('editor-title').textContent = edited ? edited.name : 'A new tool';
    id('doing').hidden = !edited;
    id('editor').hidden = false;
    id('editor-title').focus();
    id('editor').scrollIntoView({ block: 'start' });
    if (edited) await preview();
  }

  async function surroundings() {
    const others = tools.filter(tool => tool.id !== edited.id);
    const option = tool => make('option', { value: tool.id, textContent: tool.name });
    id('merge').elements.target.replaceChildren(...others.filter(tool => tool.status === 'active' && !tool.merged_into).map(option));
    id('link').elements.primary.replaceChildren(...others.map(option));
    id('archive').textContent = edited.status === 'active' ? 'Archive' : 'Listen for it again';
    id('merge').hidden = edited.status !== 'active' || Boolean(edited.merged_into);
    const log = await call('GET', '/tools/' + edited.id + '/audit-log?limit=50');
    id('history').replaceChildren(...log.audit_records.map(entry));
    const last = log.audit_records.find(record => record.action_type === 'link' || record.action_type === 'unlink');
    id('unlink').hidden = !last || last.action_type !== 'link';
  }

  function entered() {
    const form = id('tool');
    const body = { name: form.elements.name.value, vendor: form.elements.vendor.value, description: form.elements.description.value,
      categories: [...form.querySelectorAll('[name=categories]:checked')].map(box => box.value), force: form.elements.force.checked };
    for (const field of LISTS) {
      body[field] = form.elements[field].value.split('\n').map(line => line.trim()).filter(line => line);
    }
    // A new tool without names is known by its own.
    if (!edited && !body.aliases.length && !body.ambiguous_aliases.length && !body.home_subreddits.length) delete body.aliases;
    return body;
  }

  let previewTimer = 0;
  async function preview() {
    const body = entered();
    if (!body.name) return;
    if (!body.vendor) body.vendor = '?';
    if (!body.categories.length) body.categories = ['other'];
    const place = id('preview');
    try {
      const found = await call('POST', '/preview' + (edited ? '?tool_id=' + edited.id : ''), body);
      const change = edited && (found.newly || found.lost) ? ' ' + number(found.newly) + ' more than now, ' + number(found.lost) + ' no longer.' : '';
      place.replaceChildren(
        make('strong', { textContent: 'It ' + found.summary + '.' + change }),
        make('ul', {}, ...found.samples.map(sample => make('li', {},
          make('a', { href: sample.url, rel: 'noreferrer', textContent: 'r/' + sample.subreddit }), ' ' + sample.excerpt))));
    } catch (e) {
      if (e.status === 401 || e.status === 403) throw e;
      place.replaceChildren(make('strong', { className: 'failed', textContent: e.message.charAt(0).toUpperCase() + e.message.slice(1) + '.' }));
    }
  }

  async function save() {
    try {
      const answer = edited
        ? await call('PUT', '/tools/' + edited.id, entered(), { 'If-Match': edited._etag })
        : await call('POST', '/tools', entered());
      await refresh();
      await edit(answer.tool.id);
      say(answer.message + '. What comes in from now on is matched so; a reanalysis does the same with what is stored.');
    } catch (e) {
      if (e.message.includes('force')) id('forced').hidden = false;
      throw e;
    }
  }

  async function change(method, path, body, headers) {
    const answer = await call(method, path, body, headers);
    await refresh();
    say([answer.message, ...(answer.warnings || [])].join('. ') + '.');
    return answer;
  }

  async function changeTool(method, path, body) {
    const toolId = edited.id;
    await change(method, '/tools/' + toolId + path, body, { 'If-Match': edited._etag });
    const said = id('said').textContent;
    await edit(toolId);
    say(said);
  }

  // Changes
  function entry(record) {
    const words = {
      create: 'created', edit: 'edited', archive: 'archived', unarchive: 'listened for again', delete: 'deleted', merge: 'merged',
      link: 'linked', unlink: 'link taken away', approve: 'approved', reject: 'rejected', undo: 'taken back', subreddit: record.metadata.change,
    };
    const more = [record.metadata.source_tool_ids && 'from ' + record.metadata.source_tool_ids,
      record.metadata.merged_into && 'into ' + record.metadata.merged_into,
      record.metadata.links_after && record.metadata.links_after.replace('>', ' for '),
      record.metadata.undone_action && 'what was: ' + record.metadata.undone_action, record.notes].filter(Boolean).join(', ');
    const item = make('li', {}, when(record.timestamp),
      make('span', {}, make('b', { textContent: record.tool_name }), ' ' + (words[record.action_type] || record.action_type) + (more ? ' (' + more + ')' : '')),
      make('small', { textContent: record.admin_id + (record.ip_address ? ' from ' + record.ip_address : '') }));
    if (record.action_type !== 'subreddit') {
      item.append(button('Undo', async () => {
        await change('POST', '/audit/' + record.id + '/undo');
        const said = id('said').textContent;
        if (edited && tools.some(tool => tool.id === edited.id)) await edit(edited.id); else id('editor').hidden = true;
        say(said);
      }, 'Undo: ' + record.tool_name + ' ' + (words[record.action_type] || record.action_type)));
    }
    return item;
  }

  async function loadAudit(page) {
    const log = await call('GET', '/audit?limit=20&page=' + page);
    const entries = log.audit_records.map(entry);
    if (page === 1) id('auditlist').replaceChildren(...entries); else id('auditlist').append(...entries);
    if (page === 1 && !entries.length) id('auditlist').append(make('li', { textContent: 'Nothing was changed yet.' }));
    id('more').hidden = !log.has_more;
    auditPage = page;
  }

  // Subreddits
  async function loadSubreddits() {
    const answer = await call('GET', '/subreddits');
    id('subredditlist').replaceChildren(...answer.subreddits.map(one => {
      const path = '/subreddits/' + encodeURIComponent(one.name);
      const paused = one.state === 'paused';
      return make('tr', {},
        make('th', { scope: 'row' }, make('a', { href: '/r/' + encodeURIComponent(one.name), textContent: 'r/' + one.name })),
        make('td', { className: 'state', textContent: paused ? 'paused' : one.trouble ? 'in trouble' : 'collected' }),
        make('td', { className: 'n minor', textContent: number(one.items24h) }),
        make('td', { className: 'n', textContent: number(one.items7d) }),
        make('td', { className: 'minor' }, one.trouble ? make('span', { className: 'failed', textContent: one.trouble.replaceAll('_', ' ') }) : one.newest_cycle ? 'in order' : 'not yet'),
        make('td', { className: 'minor', textContent: one.added_by }),
        make('td', { className: 'do' },
          button(paused ? 'Go on' : 'Pause', () => change('PUT', path, { state: paused ? 'active' : 'paused' }), (paused ? 'Go on with r/' : 'Pause r/') + one.name), ' ',
          button('Remove', () => confirm('Collect r/' + one.name + ' no longer?') && change('DELETE', path), 'Remove r/' + one.name)));
    }));
  }

  // Pending tools and jobs
  async function loadPending() {
    let answer;
    try {
      answer = await call('GET', '/tools/pending');
    } catch (e) {
      if (e.status !== 404) throw e;
      answer = { tools: [] };
    }
    id('pendinglist').replaceChildren(...(answer.tools.length ? answer.tools.map(tool => make('div', { className: 'job' },
      make('b', { textContent: tool.name }),
      make('span', { textContent: number(tool.mention_count_7d) + ' mentions in 7 days, first ' + String(tool.first_detected || '').slice(0, 10) }),
      ...(tool.sample_mentions || []).slice(0, 3).map(text => make('small', { textContent: text })),
      make('p', { className: 'buttons' },
        button('Listen for it', () => change('POST', '/tools/' + tool.id + '/approve', {}), 'Listen for ' + tool.name),
        button('Not a tool', () => change('POST', '/tools/' + tool.id + '/reject', {}), tool.name + ' is not a tool'))))
      : [make('p', { className: 'quiet', textContent: 'None. A name that is said 50 times in 7 days and is no known tool appears here.' })]));
  }

  const open = job => job.status === 'queued' || job.status === 'running';

  async function loadJobs() {
    clearTimeout(jobTimer);
    let answer;
    try {
      answer = await call('GET', '/reanalysis/jobs?limit=10');
    } catch (e) {
      if (e.status !== 404) throw e;
      answer = { jobs: [] };
    }
    id('joblist').replaceChildren(...answer.jobs.map(job => {
      const progress = make('progress', { max: 100, value: job.progress.percentage });
      progress.setAttribute('aria-label', 'Progress');
      const left = job.progress.estimated_time_remaining;
      return make('div', { className: 'job' },
        make('span', {}, when(job.created_at), ' ', make('b', { className: job.status === 'failed' ? 'failed' : '', textContent: job.status }),
          ' ' + (job.reason || 'by ' + job.triggered_by) + ': ' + number(job.progress.processed_count) + ' of ' + number(job.progress.total_count)
          + (left ? ', ' + left + ' s left' : '') + (job.statistics.errors_count ? ', ' + job.statistics.errors_count + ' errors' : '')),
        make('span', { className: 'quiet', textContent: number(job.statistics.changed_count) + ' changed'
          + (job.parameters.rescore ? ', ' + job.statistics.changed_class_percentage + ' % to another class' : '') }),
        open(job) ? progress : null,
        open(job) ? button(job.status === 'queued' ? 'Cancel' : 'Stop', () => change('POST', '/reanalysis/jobs/' + job.id + '/cancel', {}),
          'Cancel the job of ' + job.created_at) : null);
    }));
    if (!answer.jobs.length) id('joblist').append(make('p', { className: 'quiet', textContent: 'None has run yet.' }));
    // Events tell of the jobs of this process; where another instance runs them, or the stream has broken off, this does.
    if (answer.jobs.some(open)) {
      jobTimer = setTimeout(() => attempt(loadJobs), 15000);
    }
  }

  async function refresh() {
    await Promise.all([loadTools(), loadSubreddits(), loadPending(), loadJobs(), loadAudit(1)]);
  }

  async function enter() {
    // Alone: a wrong token is one attempt.
    await loadTools();
    await refresh();
    id('login').hidden = true;
    id('admin').hidden = false;
    say('');
  }

  function leave() {
    clearTimeout(jobTimer);
    sessionStorage.removeItem(KEY);
    id('admin').hidden = true;
    id('login').hidden = false;
    id('login').elements.token.focus();
  }

  function onSubmit(form, action) {
    id(form).addEventListener('submit', event => {
      event.preventDefault();
      attempt(action);
    });
  }

  document.addEventListener('jobs-changed', () => {
    if (!id('admin').hidden && sessionStorage.getItem(KEY)) attempt(loadJobs);
  });

  const onClick = (name, action) => id(name).addEventListener('click', () => attempt(action));

  onSubmit('login', async () => {
    sessionStorage.setItem(KEY, id('login').elements.token.value);
    id('login').reset();
    await enter();
  });
  onSubmit('find', loadTools);
  onSubmit('tool', save);
  onSubmit('merge', () => {
    const target = tools.find(tool => tool.id === id('merge').elements.target.value);
    return confirm('Merge ' + edited.name + ' into ' + target.name + '?') && changeMerge(target);
  });
  onSubmit('link', () => changeTool('PUT', '/alias', { primary_tool_id: id('link').elements.primary.value }));
  onSubmit('addsubreddit', async () => {
    await change('POST', '/subreddits', { name: id('addsubreddit').elements.name.value });
    id('addsubreddit').reset();
  });
  onClick('add', () => edit(null));
  onClick('cancel', () => { id('editor').hidden = true; });
  onClick('archive', () => changeTool('POST', edited.status === 'active' ? '/archive' : '/unarchive', {}));
  onClick('delete', async () => {
    if (!confirm('Delete ' + edited.name + ' and its mentions? The change can be undone.')) return;
    await change('DELETE', '/tools/' + edited.id, undefined, { 'If-Match': edited._etag });
    id('editor').hidden = true;
  });
  onClick('unlink', () => changeTool('DELETE', '/alias'));
  const reanalyze = async body => {
    await call('POST', '/reanalysis/jobs', body);
    await loadJobs();
  };
  onClick('rematch', () => reanalyze({}));
  onClick('rescore', () => reanalyze({ rescore: true }));
  onClick('more', () => loadAudit(auditPage + 1));
  id('leave').addEventListener('click', event => { event.preventDefault(); leave(); say(''); });
  id('find').elements.search.addEventListener('input', () => { clearTimeout(previewTimer); previewTimer = setTimeout(() => attempt(loadTools), 300); });
  id('find').elements.status.addEventListener('change', () => attempt(loadTools));
  id('tool').addEventListener('input', () => { clearTimeout(previewTimer); previewTimer = setTimeout(() => attempt(preview), 500); });

  async function changeMerge(target) {
    await change('POST', '/tools/merge', {
      target_tool_id: target.id, source_tool_ids: [edited.id], final_categories: target.categories, final_vendor: target.vendor,
      notes: id('merge').elements.notes.value,
    });
    const said = id('said').textContent;
    await edit(edited.id);
    say(said);
  }

  if (sessionStorage.getItem(KEY)) attempt(enter);
})();
