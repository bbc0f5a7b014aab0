/** Small functions around every request, for correlation headers, measurements or a test double. */
export interface Hooks {
  /** Before each attempt; may give another request, or an answer instead of asking. */
  beforeRequest?: ((
    request: Request,
  ) => Request | Response | void | Promise<Request | Response | void>)[];
  /** After each attempt; may give another response. */
  afterResponse?: ((
    request: Request,
    response: Response,
  ) => Response | void | Promise<Response | void>)[];
}
