/**
 * The one script of a page: loads the code of an element when its tag is on the page or added later.
 * Tags inside shadow roots are not seen from here: whoever makes them imports their `define` module.
 */
const code: Record<string, () => Promise<unknown>> = {
  'isms-provider': () => import('../define/isms-provider.js'),
  'isms-inbox': () => import('../define/isms-inbox.js'),
  'task-list': () => import('../define/task-list.js'),
  'policy-list': () => import('../define/policy-list.js'),
  'policy-reader': () => import('../define/policy-reader.js'),
  'ack-button': () => import('../define/ack-button.js'),
  'incident-report': () => import('../define/incident-report.js'),
  'comms-feed': () => import('../define/comms-feed.js'),
};

const load = (): void => {
  for (const tag in code) {
    if (!document.querySelector(tag)) continue;
    const get = code[tag]!;
    delete code[tag];
    get().catch((error: unknown) => {
      // Without a network the next change of the page tries again.
      code[tag] = get;
      console.error(`heed: <${tag}> could not be loaded. Reload the page.`, error);
    });
  }
};

new MutationObserver(load).observe(document, { childList: true, subtree: true });
load();

// Nothing to import: a page runs it.
export {};
