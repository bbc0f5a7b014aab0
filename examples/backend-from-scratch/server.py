"""HTTP: takes a request, finds who answers it, and sends what they say."""

import secrets
import sqlite3
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import setup
from acknowledgements import key_of
from answers import Answer, Problem, cached, not_found
from incoming import LARGEST_BODY, Request, json_of, parts_of, query_of, read_body
from routes import routes_at
from store import row
from tokens import caller_of


class Server(ThreadingHTTPServer):
    """One thread for each connection."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address, store, origins=(), with_setup=False):
        super().__init__(address, Handler)
        self.store = store
        self.origins = origins
        self.with_setup = with_setup


class Handler(BaseHTTPRequestHandler):
    """One connection, with one request after the other."""

    protocol_version = "HTTP/1.1"
    server_version = "backend-from-scratch"
    sys_version = ""
    timeout = 120
    # An answer goes out at once, and in one piece.
    wbufsize = -1
    disable_nagle_algorithm = True

    def handle_request(self):
        self.request_id = secrets.token_hex(8)
        try:
            # First of all the body: one that nobody reads would be taken for the next request.
            data = read_body(self.headers, self.rfile)
            answer = self.preflight() or self.answer_to(data)
        except Problem as problem:
            self.close_connection = self.close_connection or problem.ends_connection
            answer = problem.answer(self.request_id)
        except sqlite3.OperationalError:
            traceback.print_exc()
            detail = "The storage does not answer. Try again in a moment."
            answer = Problem("unavailable", detail).answer(self.request_id)
        except Exception:
            traceback.print_exc()
            detail = "Nothing was recorded. Try again, or ask whoever looks after this service."
            answer = Problem("internal", detail).answer(self.request_id)
        self.send(answer)

    do_GET = do_HEAD = do_POST = do_PUT = handle_request
    do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = handle_request

    def answer_to(self, data):
        """Finds the tenant and the route, and answers in one transaction."""
        path, _, query = self.path.partition("?")
        parts = parts_of(path)
        store = self.server.store
        if self.server.with_setup and parts[1:2] == ["setup"] and len(parts) == 3:
            return self.set_up(parts[2], data)
        tenant_id = "main"
        if parts[1:2] == ["tenants"] and len(parts) > 3:
            tenant_id, parts = "tenant-" + parts[2], [""] + parts[3:]
        found = routes_at(parts)
        if not found:
            raise not_found()
        route, places = self.route_of(found)
        with store.writing() if route.writes else store.reading() as db:
            tenant = row(db, "SELECT * FROM tenants WHERE id = ?", tenant_id)
            if not tenant:
                raise not_found()
            request = Request(db, tenant, path)
            answer = self.answer_within(request, route, places, query, data)
        answer = cached(answer, route.cache, self.headers.get("If-None-Match"))
        if route.who != "anyone":
            answer.headers["Vary"] = "Authorization"
        return answer

    def route_of(self, found):
        """The route of the method, or 405 with those that there are."""
        method = "GET" if self.command == "HEAD" else self.command
        for route, places in found:
            if route.method == method:
                return route, places
        methods = [route.method for route, _ in found]
        allow = ", ".join(methods + (["HEAD"] if "GET" in methods else []))
        raise Problem("method-not-allowed", "It takes " + allow + ".", headers={"Allow": allow})

    def answer_within(self, request, route, places, query, data):
        """First who is asking, then whether they may, then what they sent."""
        if route.who != "anyone":
            authorization = self.headers.get("Authorization")
            request.caller = caller_of(request.db, request.tenant["id"], authorization)
        if route.who == "office" and not request.caller.is_office:
            raise Problem("forbidden", "It is for ISMS managers and auditors.")
        if route.method == "POST":
            request.key = key_of(self.headers)
        body = json_of(self.headers.get("Content-Type"), data) if route.body else None
        request.take(route, places, query_of(query), body)
        return route.answer(request)

    def set_up(self, namespace, data):
        """The set-up profile, which is no part of the contract for clients."""
        if self.command != "PUT":
            raise Problem("method-not-allowed", "It takes PUT.", headers={"Allow": "PUT"})
        body = json_of(self.headers.get("Content-Type"), data, LARGEST_BODY)
        host = self.headers.get("Host") or "{}:{}".format(*self.server.server_address[:2])
        with self.server.store.writing() as db:
            answer = setup.put(db, namespace, body, "http://" + host)
        return cached(answer, "no-store", None)

    def preflight(self):
        """The question of a browser whether a page of another origin may ask."""
        asks = self.headers.get("Access-Control-Request-Method")
        if self.command != "OPTIONS" or not asks or not self.allowed_origin():
            return None
        headers = {
            "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT",
            "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key, If-None-Match",
            "Access-Control-Max-Age": "600",
        }
        return Answer(204, headers=headers)

    def allowed_origin(self):
        """The origin of the page that asks, if it was named on the command line."""
        origin = self.headers.get("Origin")
        return origin if origin in self.server.origins else None

    def send(self, answer):
        headers = {"X-Request-Id": self.request_id, **answer.headers}
        if self.server.origins:
            headers["Vary"] = ", ".join(filter(None, ["Origin", headers.get("Vary")]))
        if self.allowed_origin():
            headers["Access-Control-Allow-Origin"] = self.allowed_origin()
            headers["Access-Control-Expose-Headers"] = "ETag, Retry-After, X-Request-Id"
        self.send_response(answer.status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        if answer.status not in (204, 304):
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        self.wfile.flush()

    def send_error(self, code, message=None, explain=None):
        """What the standard library refuses on its own."""
        if code == 501:
            # A method that has no name here: its address still says which it takes.
            return self.handle_request()
        # What is no HTTP at all.
        self.request_id = secrets.token_hex(8)
        self.close_connection = True
        self.command = getattr(self, "command", None) or "GET"
        self.headers = getattr(self, "headers", None) or {}
        self.send(Problem("malformed", "This is not HTTP.").answer(self.request_id))

    def log_message(self, format, *values):
        """Says nothing: addresses hold ids of people."""

