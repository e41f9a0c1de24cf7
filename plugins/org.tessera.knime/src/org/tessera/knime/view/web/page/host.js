"use strict";
// The application around this page, by KNIME's protocol of UI extensions: requests with an id go to the parent window,
// answers bear the same id; the page reports when it is ready, and from then on is sent events.
tessera.host = (() => {
  const TIMEOUT = 10000;
  const USER_ERROR = -32001;
  const INTERNAL_ERROR = -32000;
  const BLOCKING_ERROR = -32002;
  let requests = 0;
  let config = {};

  const send = (message) => window.parent.postMessage(message, "*");

  const isFromParent = (event) => event.source === window.parent && event.data !== null && typeof event.data === "object";

  /** Asks for something; rejects after ten seconds without an answer. */
  const ask = (method, ...params) => new Promise((resolve, reject) => {
    const requestId = "tessera-" + (requests += 1) + "-" + Date.now().toString(36);
    const listener = (event) => {
      if (isFromParent(event) && event.data.type === "UIExtensionResponse" && event.data.requestId === requestId) {
        clearTimeout(timer);
        window.removeEventListener("message", listener);
        resolve(event.data.payload);
      }
    };
    const timer = setTimeout(() => {
      window.removeEventListener("message", listener);
      reject(new Error("No answer to '" + method + "' within 10 seconds."));
    }, TIMEOUT);
    window.addEventListener("message", listener);
    send({ type: "UIExtensionRequest", requestId, payload: { method, params } });
  });

  /** Tells something; nobody waits for an answer, which an older host may not give. */
  const tell = (method, ...params) => { ask(method, ...params).catch(() => {}); };

  const parsed = (value) => (typeof value === "string" && value !== "" ? JSON.parse(value) : value);

  /** Gets the configuration and reports that the page is ready. */
  const connect = async () => {
    config = (await ask("getConfig")) || {};
    setTimeout(() => send({ type: "UIExtensionReady" }), 0);
    window.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) {
        send({ type: "UIExtensionEscapePressed" });
      }
    });
    return config;
  };

  const callService = async (serviceType, dataServiceRequest) => parsed(await ask("callNodeDataService", {
    serviceType, dataServiceRequest, extensionType: config.extensionType,
    nodeId: config.nodeId, projectId: config.projectId, workflowId: config.workflowId }));

  const warn = (messages) => tell("sendAlert", { type: "warn", warnings: messages.map((message) => ({ message })) });

  /** Shows an error in the host, and throws it for the page. */
  const fail = (error, code) => {
    const message = error.message || error.title || "The segments can't be shown.";
    const more = error.data || error;
    if (code === USER_ERROR || code === BLOCKING_ERROR) {
      tell("sendAlert", { type: "error", code, message, data: { details: more.details || null } });
    } else if (code === INTERNAL_ERROR) {
      tell("sendAlert", { type: "error", code, message,
        data: { stackTrace: [].concat(more.stackTrace || []), typeName: more.typeName || "" } });
    } else {
      tell("sendAlert", { type: "error", originalCode: code, message });
    }
    throw new Error([message, more.details].filter(Boolean).join(": "));
  };

  /** The data that the view gets when it opens, from the configuration or by a question. */
  const initialData = async () => {
    const answer = parsed(config.initialData || await callService("initial_data", "")) || {};
    if (answer.userError) { fail(answer.userError, USER_ERROR); }
    if (answer.internalError) { fail(answer.internalError, INTERNAL_ERROR); }
    if (answer.warningMessages && answer.warningMessages.length > 0) { warn(answer.warningMessages); }
    return parsed(answer.result);
  };

  /** Calls a method of the node's data service by JSON-RPC. */
  const data = async (method, ...params) => {
    const answer = await callService("data", JSON.stringify({ jsonrpc: "2.0", method, params, id: (requests += 1) }));
    const response = answer && answer.jsonrpc ? answer : parsed(answer && answer.result);
    if (!response) { throw new Error("The node gave no answer to '" + method + "'."); }
    if (response.error) { fail(response.error, response.error.code); }
    if (response.warningMessages && response.warningMessages.length > 0) { warn(response.warningMessages); }
    return response.result;
  };

  /** Calls a function with the payload of every event of a type that the host sends. */
  const onEvent = (eventType, callback) => window.addEventListener("message", (event) => {
    if (isFromParent(event) && event.data.type === "UIExtensionPushEvent" && event.data.payload.eventType === eventType) {
      callback(event.data.payload.payload);
    }
  });

  /**
   * Calls a function with the settings of the view when they change in the dialog, and with those that another page has
   * shared before this one was opened.
   */
  const onSettings = (callback) => {
    const share = (payload) => {
      const view = payload && payload.data && payload.data.view;
      if (view && typeof view === "object") { callback(view); }
    };
    share(parsed(config.initialSharedData));
    onEvent("DataEvent", share);
  };

  return { connect, initialData, data, onSettings, tell };
})();
