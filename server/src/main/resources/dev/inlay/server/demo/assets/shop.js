// The shop's own script: tells Inlay's SDK what this page is about, and shows the visitor what was told.
(() => {
  'use strict';

  const MEMORY = 'demo_told';
  const SHOWN = 7;
  const list = document.querySelector('#told ol');
  const panel = document.getElementById('told');
  const calls = JSON.parse(document.querySelector('main[data-calls]').dataset.calls);

  const words = {
    trackPageView: (url, number) => number ? `page view of ${number}` : 'page view of the shop',
    setCart: cart => cart.productNumbers.length ? `cart: ${cart.productNumbers.join(', ')}` : 'cart: empty',
    setCustomerEmail: email => `address: ${email}`,
    setCustomerId: id => `customer number: ${id}`,
    trackConversion: order => `order ${order.orderNumber}: ${order.products.map(p => p.productNumber).join(', ')}`,
  };

  function remembered(name, missing) {
    try {
      return JSON.parse(sessionStorage.getItem(name)) || missing;
    } catch {
      return missing;
    }
  }

  function remember(name, value) {
    try {
      sessionStorage.setItem(name, JSON.stringify(value));
    } catch {
      // a browser without storage forgets
    }
  }

  function show(told, fresh) {
    list.replaceChildren(...told.map((text, index) => {
      const item = document.createElement('li');
      item.textContent = text;
      item.className = index < fresh ? 'fresh' : '';
      return item;
    }));
  }

  window.hrq = window.hrq || [];
  hrq.push(['init', {trackPageView: false}]);
  calls.forEach(call => hrq.push(call));

  const now = calls.map(([command, ...values]) => words[command](...values)).reverse();
  const told = [...now, ...remembered(MEMORY, [])].slice(0, SHOWN);
  remember(MEMORY, told);
  if (told.length) {
    show(told, now.length);
  }

  panel.open = remembered('demo_panel', matchMedia('(min-width: 48rem)').matches);
  panel.addEventListener('toggle', () => remember('demo_panel', panel.open));

  document.querySelector('form[action="/demo/shop/forget"]').addEventListener('submit', () => remember(MEMORY, []));
})();
