/*
 * Inlay browser SDK: tells the server what a shopper views, puts into the cart and buys.
 *
 *   <script async src="https://inlay.example/sdk.js?websiteUuid=..."></script>
 *   <script>window.hrq = window.hrq || []; hrq.push(["setCustomerId", "K-5518"]);</script>
 *
 * Commands may be pushed before and after this file has loaded; they run once, in order. Nothing throws into the
 * page; nothing is stored or sent while consent is missing or after an opt-out.
 */
(() => {
  'use strict';

  const YEAR = 365 * 24 * 60 * 60;
  const OPTED_OUT = '0'.repeat(24);
  const CART = 'inlay_cart';
  const KEPT = 'inlay_kept';
  const MAX_WAITING = 200;
  const MAX_BODY = 64 * 1024;
  const MAX_RETRIES = 6;
  const LOADED = Symbol.for('inlay.sdk');

  const script = document.currentScript
      || document.querySelector('script[src*="/sdk"][src*="websiteUuid="], script[data-website-uuid]');

  function quietly(work, onError = () => {}) {
    try {
      return work();
    } catch (error) {
      return onError(error);
    }
  }

  /** What goes wrong is told to the developer, never to the page. */
  function guarded(work, ...values) {
    return quietly(() => work(...values), warn);
  }

  function warn(problem) {
    quietly(() => console.warn('Inlay:', problem));
  }

  // ---- Consent ----

  const OPEN = 'open';
  const HELD = 'held';
  const SHUT = 'shut';
  const STORAGES = ['personalization_storage', 'analytics_storage'];
  const settings = {};
  const storages = {};
  const decided = new Set();
  let optedOut;

  /** Whether calls are sent, wait in memory, or are dropped. */
  function gate() {
    const denied = STORAGES.filter(name => storages[name] === 'denied');
    if (optedOut || denied.some(name => decided.has(name))) {
      return SHUT;
    }
    const required = settings.consentRequired && optedOut === undefined && !decided.size;
    return denied.length || required || document.prerendering ? HELD : OPEN;
  }

  /** To be called whenever the gate may have moved. */
  function settle() {
    if (gate() === SHUT) {
      forget();
    }
    giveIds();
    deliver();
  }

  function forget() {
    id = undefined;
    cart.clear();
    deleteCookie();
    quietly(() => localStorage.removeItem(CART));
    quietly(() => sessionStorage.removeItem(KEPT));
    outbox.splice(0).forEach(notTracked);
  }

  /** Google Consent Mode: a default may only deny, an update decides. */
  function readConsent(entry) {
    const [command, kind, told = {}] = entry?.[0] === 'consent' ? entry : [];
    const update = kind === 'update';
    for (const name of STORAGES) {
      if (command && told[name] && (update || !decided.has(name) && told[name] === 'denied')) {
        storages[name] = told[name];
        update && decided.add(name);
      }
    }
    if (command) {
      settle();
    }
  }

  // ---- The tracking user ----

  const idWaiters = [];
  let id;
  let minting;

  function readCookie() {
    const [, found] = quietly(() => document.cookie.match(/(?:^|; *)hello_retail_id=([0-9a-f]{24})(?=;|$)/i)) || [];
    return found && found.toLowerCase();
  }

  function setCookie(value, maxAge, more = '') {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    const rest = `path=/; SameSite=Lax; Max-Age=${maxAge}${secure}${more}`;
    quietly(() => document.cookie = `hello_retail_id=${value}; ${rest}`);
  }

  /** Also where an earlier script has set it for all hosts of the shop. */
  function deleteCookie() {
    setCookie('', 0);
    for (const parts = location.hostname.split('.'); parts.length > 1; parts.shift()) {
      setCookie('', 0, '; Domain=' + parts.join('.'));
    }
  }

  /** The id of the cookie, which another tab may just have written, else ours, else `fresh`. */
  function keepId(fresh) {
    const found = readCookie();
    const kept = found || id || fresh;
    if (kept !== id) {
      id = kept;
      isFirstParty() ? keepLonger(found !== fresh && found).catch(warn) : setCookie(id, YEAR);
    }
    return id;
  }

  /** Whether the shop's own host passes our calls on. */
  function isFirstParty() {
    return settings.firstParty ?? folder.origin === location.origin;
  }

  /** Once in a visit the server sets the cookie: some browsers soon forget that of a script, which is not to follow. */
  async function keepLonger(found) {
    found || setCookie(id, YEAR);
    if (!found || !quietly(() => sessionStorage.getItem(KEPT))) {
      const kept = await request('identity', JSON.stringify({websiteUuid}), 'same-origin').catch(() => ({}));
      if (gate() === SHUT) {
        deleteCookie();
      } else if (kept.ok) {
        quietly(() => sessionStorage.setItem(KEPT, 1));
      } else if (kept.status < 500 && id) {
        setCookie(id, YEAR);
      }
    }
  }

  function randomId() {
    return [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  }

  /** All first calls share one id. */
  function trackingUserId() {
    if (keepId()) {
      return Promise.resolve(id);
    }
    minting = minting || mint().finally(() => minting = undefined);
    return minting;
  }

  /** Where no server is needed or answers in time, we make the id ourselves. */
  async function mint() {
    const given = isFirstParty() ? undefined
        : await post('trackingUser', {websiteUuid}).then(answer => answer.id).catch(() => {});
    return agree(given || randomId());
  }

  /** Tabs that start at once decide one after the other or, where there are no locks, for what was written last. */
  async function agree(fresh) {
    const decide = async () => {
      if (gate() === OPEN && !readCookie()) {
        setCookie(id || fresh, YEAR);
        // Until other tabs can see it; without locks one of them may have written its own at the same moment.
        await new Promise(resolve => setTimeout(resolve, 50 + 50 * Math.random()));
      }
      return gate() === OPEN && keepId(fresh);
    };
    try {
      return await navigator.locks.request('hello_retail_id', {signal: AbortSignal.timeout?.(5000)}, decide);
    } catch {
      return decide();
    }
  }

  async function giveIds() {
    await null;
    if (idWaiters.length && gate() !== HELD) {
      const found = gate() === SHUT ? OPTED_OUT : await trackingUserId();
      if (found) {
        idWaiters.splice(0).forEach(callback => guarded(callback, found));
      }
    }
  }

  // ---- Sending ----

  /** What has not been sent, oldest first; only the first can be on its way. */
  const outbox = [];
  let delivering = false;
  let leaving = false;
  let wakeUp = () => {};

  function track(path, data, callback) {
    const call = {path, callback, data: JSON.parse(JSON.stringify(data || {}))};
    if (gate() === SHUT) {
      notTracked(call);
      return;
    }
    if (outbox.push(call) > MAX_WAITING) {
      finish(outbox.splice(1, 1)[0], {success: false, message: 'Too many calls are waiting'});
    }
    leaving ? sendAllNow() : deliver();
  }

  function notTracked(call) {
    finish(call, {success: true, message: 'Not tracked for anonymous user'});
  }

  function finish(call, answer) {
    if (!answer.success) {
      warn(call.path + ': ' + answer.message);
    }
    if (call.callback) {
      guarded(call.callback, answer);
    }
  }

  /** One call after the other; one that cannot be delivered is tried again, later and later. */
  async function deliver() {
    if (delivering) {
      return;
    }
    delivering = true;
    await null; // the commands that wait beside this one may close the gate
    let failures = 0;
    while (gate() === OPEN && outbox.length) {
      const call = outbox[0];
      await trackingUserId();
      if (gate() !== OPEN || outbox[0] !== call) {
        continue;
      }
      call.flying = true;
      // A page that leaves sees its calls fail although they arrive; no timer of it fires any more.
      const answer = await post('collect/' + call.path, whole(call)).catch(() => pause(0));
      call.flying = false;
      if (outbox[0] !== call) {
        continue;
      }
      if (answer || failures === MAX_RETRIES) {
        failures = 0;
        outbox.shift();
        finish(call, answer || {success: false, message: 'The server cannot be reached'});
      } else {
        await pause(1000 * 2 ** failures++);
      }
    }
    delivering = false;
  }

  function pause(milliseconds) {
    return new Promise(resolve => {
      wakeUp = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  function whole(call) {
    return {...call.data, websiteUuid, trackingUserId: id};
  }

  /** The server's answer; rejects where another attempt may help. */
  async function post(path, data) {
    const body = JSON.stringify(data);
    if (new Blob([body]).size > MAX_BODY) {
      return {success: false, message: 'must be at most 64 KiB'};
    }
    const response = await request('serve/' + path, body);
    if (response.status >= 500 || response.status === 429) {
      throw response.status;
    }
    return response.json();
  }

  /** A string goes out as text/plain, for which browsers send no preflight. */
  function request(path, body, credentials = 'omit') {
    const signal = AbortSignal.timeout?.(15000);
    return fetch(url(path), {method: 'POST', body, signal, keepalive: credentials === 'omit', credentials});
  }

  function url(path) {
    return new URL(path, isFirstParty() ? new URL(folder.pathname, location) : folder);
  }

  /** Hands everything to the browser, since the page may be gone before an answer; the order is then the network's. */
  function sendAllNow() {
    const calls = gate() === OPEN ? outbox.splice(outbox[0]?.flying ? 1 : 0) : [];
    for (const call of calls) {
      keepId(randomId());
      const path = 'serve/collect/' + call.path;
      const body = JSON.stringify(whole(call));
      if (!quietly(() => navigator.sendBeacon(url(path), body))) {
        quietly(() => request(path, body).catch(() => {}));
      }
      finish(call, {success: true, message: 'Sent'});
    }
  }

  // ---- Commands ----

  const commands = {
    __proto__: null,

    init(options = {}) {
      const listening = settings.dataLayer;
      Object.assign(settings, options);
      optedOut = options.setTrackingOptOut || optedOut;
      settle();
      if (settings.dataLayer && !listening) {
        quietly(() => cart = new Map(JSON.parse(localStorage.getItem(CART))));
        listen(settings.dataLayer);
      }
    },

    trackPageView(url, productNumber) {
      const shown = url || productNumber ? {} : shownProduct();
      track('pageview', {
        location: location.href,
        referrer: document.referrer,
        url: url || shown.url || pageUrl(),
        productNumber: productNumber || shown.productNumber,
      });
    },

    setCart(data, callback) {
      track('cart', data, callback);
    },

    clearCart(callback) {
      track('cart', {productNumbers: []}, callback);
    },

    trackConversion(data, callback) {
      track('conversion', data, callback);
    },

    setCustomerId(customerId, customerIdSignature) {
      if (isGiven(customerId)) {
        track('customerId', {id: customerId, customerIdSignature});
      }
    },

    setCustomerEmail(email, emailSignature) {
      if (isGiven(email)) {
        track('email', {email, emailSignature});
      }
    },

    trackClick(source, recipient) {
      track('click', {source, recipient});
    },

    getTrackingUserId(callback) {
      idWaiters.push(callback);
      giveIds();
    },

    setTrackingOptOut(optOut) {
      optedOut = !!optOut;
      if (readCookie() === OPTED_OUT) {
        deleteCookie();
      }
      settle();
    },

    reload: readPage,
  };

  function isGiven(value) {
    return value !== undefined && value !== null && String(value).trim() !== '';
  }

  // ---- What the page says ----

  let viewed = {};

  /** The canonical address, unless a single-page shop has left that of an earlier page. */
  function pageUrl() {
    const link = document.querySelector('link[rel=canonical][href]');
    const canonical = link?.href;
    const stale = viewed.canonical === canonical && viewed.pathname !== location.pathname;
    viewed = stale ? viewed : {canonical, pathname: location.pathname};
    return canonical && !stale ? canonical : location.href.split('#')[0];
  }

  /** A click in a mail: what is told of it is reported and leaves the address, the rest of the fragment stays. */
  function readClick() {
    const told = {};
    const rest = location.hash.slice(1).replace(/(^|&)aw_(source|id)=([^&]*)/g, (all, before, name, value) => {
      told[name] = value;
      return '';
    }).replace(/^&/, '');
    if (told.source) {
      const address = location.pathname + location.search + (rest && '#' + rest);
      quietly(() => history.replaceState(history.state, '', address));
      commands.trackClick(told.source, told.id);
    }
  }

  function spans(name, within = document) {
    return [...within.querySelectorAll('.addwish-' + name)];
  }

  function product({dataset}) {
    return {
      url: dataset.url,
      productNumber: dataset.productnumber || dataset.id,
      quantity: dataset.quantity,
      lineTotal: dataset.linetotal,
    };
  }

  function shownProduct() {
    const alone = spans('product').filter(span => !span.closest('.addwish-cart,.addwish-conversion'));
    const shown = spans('product-info')[0] || alone.length === 1 && alone[0];
    return shown ? product(shown) : {};
  }

  function readCart(span) {
    const {total, url, email} = span.dataset;
    const inside = spans('product', span).map(product);
    commands.setCart(inside.every(one => one.productNumber)
        ? {total, url, email, productNumbers: inside.map(one => one.productNumber)}
        : {total, url, email, urls: inside.map(one => one.url).filter(isGiven)});
  }

  function readConversion(span) {
    const {ordernumber: orderNumber, total, email, customerid: customerId} = span.dataset;
    commands.trackConversion({orderNumber, total, email, customerId, products: spans('product', span).map(product)});
  }

  function readPage() {
    guarded(readClick);
    if (settings.trackPageView !== false) {
      guarded(commands.trackPageView);
    }
    spans('cart').forEach(span => guarded(readCart, span));
    spans('conversion').forEach(span => guarded(readConversion, span));
  }

  // ---- dataLayer ----

  let cart = new Map();
  let lastUser;

  /** Reads what stands in the array of this name, and what is pushed from now on. */
  function listen(name) {
    const key = name === true || name === 'true' ? 'dataLayer' : name;
    const entries = window[key] = window[key] || [];
    const {push} = entries;
    entries.forEach(readEntry);
    if (!entries[LOADED]) {
      entries.push = (...added) => {
        const length = push.apply(entries, added);
        added.forEach(readEntry);
        return length;
      };
      entries[LOADED] = true;
    }
  }

  function readEntry(entry) {
    guarded(readConsent, entry);
    if (settings.dataLayer) {
      guarded(readEvent, entry);
    }
  }

  /** `dataLayer.push({event, ecommerce, user_id})`, or the arguments of gtag(). */
  function readEvent(entry) {
    const [command, name, values] = typeof entry[0] === 'string' ? entry : ['event', entry.event, entry.ecommerce];
    const user = name === 'user_id' ? values : [entry, name, values].map(place => place?.user_id).find(isGiven);
    if (user && user !== lastUser && !/@|^(null|undefined|0|guest|\(not set\))$/i.test(user)) {
      lastUser = user;
      commands.setCustomerId(user);
    }
    const items = values?.items;
    if (command === 'event' && Array.isArray(items) && Object.hasOwn(events, name)) {
      events[name](items.filter(item => isGiven(item?.item_id)), values);
    }
  }

  const events = {
    view_item(items) {
      items.forEach(item => commands.trackPageView(undefined, item.item_id));
    },

    add_to_cart(items) {
      items.forEach(item => changeCart(item, quantity(item)));
      tellCart();
    },

    remove_from_cart(items) {
      items.forEach(item => changeCart(item, -quantity(item)));
      tellCart();
    },

    view_cart(items) {
      cart.clear();
      events.add_to_cart(items);
    },

    purchase(items, {transaction_id: orderNumber, value}) {
      const total = value >= 0 ? value : undefined;
      commands.trackConversion({orderNumber, total, products: items.map(item => ({
        productNumber: item.item_id,
        quantity: quantity(item),
        lineTotal: item.price >= 0 ? (item.price * quantity(item)).toFixed(2) : undefined,
      }))});
      events.view_cart([]);
    },
  };

  function quantity(item) {
    return item.quantity > 0 ? +item.quantity : 1;
  }

  /** Events tell changes, we tell the whole cart. */
  function changeCart(item, change) {
    const number = String(item.item_id);
    const left = (cart.get(number) || 0) + change;
    left > 0 ? cart.set(number, left) : cart.delete(number);
  }

  function tellCart() {
    if (gate() === OPEN) {
      quietly(() => localStorage.setItem(CART, JSON.stringify([...cart])));
    }
    commands.setCart({productNumbers: [...cart.keys()]});
  }

  // ---- The queue ----

  const taken = new WeakSet();
  const pushed = [];
  let running = false;

  function push(...entries) {
    pushed.push(...entries);
    if (!running) {
      running = true;
      while (pushed.length) {
        guarded(run, pushed.shift());
      }
      running = false;
    }
    return 0;
  }

  function run([name, ...values]) {
    if (!commands[name]) {
      throw 'unknown command ' + name;
    }
    commands[name](...values);
  }

  /** Takes `hrq` over as it stands; again when a second tag of ours finds another one. */
  function takeOver() {
    const queue = Array.isArray(window.hrq) ? window.hrq : [];
    const waiting = taken.has(queue) ? [] : [...queue];
    taken.add(queue);
    guarded(() => {
      window.hrq = queue;
      queue.length = 0;
      queue.push = push;
    });
    if (queue.push !== push) {
      guarded(() => window.hrq = {push});
    }
    push(...waiting);
  }

  function olderNames() {
    const names = window.ADDWISH_PARTNER_NS = window.ADDWISH_PARTNER_NS || {};
    const api = names.api = names.api || {};
    const as = name => (...values) => void push([name, ...values]);
    names.reload = as('reload');
    names.regEmail = as('setCustomerEmail');
    api.set_tracking_optout = as('setTrackingOptOut');
    api.tracking = {...api.tracking, track_click: as('trackClick')};
    api.user = {...api.user, get_tracking_id: as('getTrackingUserId')};
    api.cart = {...api.cart, setCart: as('setCart'), clearCart: as('clearCart')};
    api.conversion = {...api.conversion, track_sale: as('trackConversion')};
  }

  function watchPage() {
    addEventListener('pagehide', () => {
      leaving = true;
      guarded(sendAllNow);
    });
    addEventListener('pageshow', () => {
      leaving = false;
      deliver();
    });
    addEventListener('online', () => wakeUp());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') {
        guarded(sendAllNow);
      }
    });
    document.addEventListener('prerenderingchange', settle);
  }

  function start() {
    const {dataLayer} = script.dataset;
    optedOut = readCookie() === OPTED_OUT || undefined;
    watchPage();
    guarded(listen, dataLayer || true);
    guarded(olderNames);
    takeOver();
    if (dataLayer !== undefined) {
      push(['init', {dataLayer: dataLayer || true}]);
    }
    const ready = () => guarded(readPage);
    document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', ready) : setTimeout(ready);
  }

  let websiteUuid;
  let folder;
  guarded(() => {
    const source = new URL(script.src);
    websiteUuid = script.dataset.websiteUuid || source.searchParams.get('websiteUuid');
    folder = new URL('.', source);
  });
  if (window[LOADED]) {
    window[LOADED]();
  } else if (websiteUuid) {
    Object.defineProperty(window, LOADED, {value: takeOver});
    guarded(start);
  } else {
    warn('sdk.js needs ?websiteUuid=');
  }
})();
