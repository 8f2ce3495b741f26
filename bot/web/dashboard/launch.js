"use strict";
// Telegram's launch data stand in the fragment, which no server sees: hand them over once.
(() => {
  const given = new URLSearchParams(location.hash.slice(1));
  const form = document.querySelector("form");
  const tell = (eventType) => {
    const native = window.TelegramWebviewProxy;
    if (native) native.postEvent(eventType, "{}");
    else if (window.parent !== window) {
      // Says no more than that the page is there; Telegram's own pages differ in address.
      window.parent.postMessage(JSON.stringify({ eventType, eventData: {} }), "*");
    }
  };
  const themeParams = JSON.parse(given.get("tgWebAppThemeParams") || "{}");
  const WebApp = {
    initData: given.get("tgWebAppData") || "",
    themeParams,
    ready: () => tell("web_app_ready"),
    expand: () => tell("web_app_expand"),
  };
  window.Telegram = { WebApp };
  WebApp.ready();
  WebApp.expand();
  if (!WebApp.initData) return;
  form.elements.data.value = WebApp.initData;
  form.elements.background.value = String(themeParams.bg_color || "");
  form.submit();
})();
