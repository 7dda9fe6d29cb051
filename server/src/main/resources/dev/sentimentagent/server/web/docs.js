// In the head, so that the page never shows in the other theme.
(() => {
  'use strict';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  follow();
  dark.addEventListener('change', follow);

  // What Swagger UI leaves out for keyboards and screen readers: names, a way to scroll, and no link within a button.
  function mend() {
    document.querySelectorAll('select:not([aria-label])').forEach(select => {
      const cell = select.closest('tr, .servers, .content-type-wrapper, .response-control-media-type');
      const about = cell && cell.querySelector('.parameter__name, label, small, .servers-title');
      select.setAttribute('aria-label', (about && about.textContent.trim()) || select.id || 'Choose');
    });
    document.querySelectorAll('textarea:not([aria-label])').forEach(text => text.setAttribute('aria-label', 'Request body'));
    document.querySelectorAll('pre:not([tabindex])').forEach(pre => pre.setAttribute('tabindex', '0'));
    document.querySelectorAll('button a[href]').forEach(link => link.removeAttribute('href'));
  }
  document.addEventListener('DOMContentLoaded', () => {
    const api = document.getElementById('api');
    new MutationObserver(mend).observe(api, {childList: true, subtree: true});
    SwaggerUIBundle({url: '/openapi.json', domNode: api, deepLinking: true, validatorUrl: null, tryItOutEnabled: true});
  });
})();
