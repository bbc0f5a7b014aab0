"""Knowledge checks: the questions that a pack asks about a policy, and what people answered."""

import json

import assignments
import log
from answers import Problem, not_found, ok, without_none
from evidence import canonical, content_hash
from questions import asked, passed_attempt, questions_about, solution
from shapes import HASH, ID, LANGUAGE, list_of, record
from store import later, now, row, rows

DRAFT = record(
    {
        "assignment": ID,
        "hash": HASH,
        "language": LANGUAGE,
        "answers": list_of(record({"question": ID, "choices": list_of(ID, 20)}), 100),
    }
)


def read(request):
    """The questions of one of the caller's assignments, without what is right (CHK-1)."""
    check = Check(request, request.path["assignment"])
    return ok(
        without_none(
            assignment=check.assignment["id"],
            hash=content_hash(check.questions),
            passMark=check.pass_mark,
            questions=check.questions,
            passed=check.passed,
            **check.tries_left(now()),
        )
    )


def put(request):
    """Records a try. Everything is decided in one transaction: no two tries are counted as one."""
    db, tenant, draft, time = request.db, request.tenant["id"], request.body, now()
    body_hash = content_hash(draft)
    before = row(
        db, "SELECT * FROM attempts WHERE tenant = ? AND id = ?", tenant, request.path["attempt"]
    )
    if before and before["person"] != request.caller.id:
        raise not_found()
    if before and before["body_hash"] != body_hash:
        raise Problem("attempt-reused", "Begin a new try. This one was recorded with other answers.")
    if before:
        return ok(json.loads(before["answer"]))

    check = Check(request, draft["assignment"])
    if draft["hash"] != content_hash(check.questions):
        raise Problem("check-mismatch", "The questions have changed. Open them again.")
    if check.tries_left(time).get("triesLeft") == 0:
        raise Problem("no-try-left", "Come back at " + check.tries_left(time)["againAt"] + ".")
    return ok(record_try(request, check, body_hash, time))


def record_try(request, check, body_hash, time):
    db, tenant, attempt = request.db, request.tenant["id"], request.path["attempt"]
    pack, policy, version = check.pack, check.pack["policy"], check.assignment["version"]
    results = check.results(request.body["answers"])
    correct, questions = sum(each["right"] for each in results), len(results)
    passed = correct * 100 >= check.pass_mark * questions
    values = (tenant, attempt, request.caller.id, pack["id"], policy, version, body_hash, time)
    db.execute(
        "INSERT INTO attempts (tenant, id, person, pack, policy, version, body_hash, recorded_at,"
        " correct, questions, passed, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        values + (correct, questions, passed),
    )
    left = check.tries_left(time)
    if passed or check.passed or left.get("triesLeft") == 0:
        check.tell(results)
    answer = {
        "id": attempt,
        "assignment": check.assignment["id"],
        "recordedAt": time,
        "right": correct,
        "of": questions,
        "passed": passed,
        "results": results,
        **left,
    }
    db.execute(
        "UPDATE attempts SET answer = ? WHERE tenant = ? AND id = ?",
        (canonical(answer), tenant, attempt),
    )
    log.append(db, tenant, "isms.check.attempted", record_of(request, check, answer), time)
    return answer


def record_of(request, check, answer):
    """What was answered, and what came of it (CHK-8)."""
    person, draft = request.caller.row, request.body
    return {
        "id": answer["id"],
        "tenant": request.tenant["id"],
        "person": {
            "id": person["id"],
            "userName": person["user_name"],
            "displayName": person["display_name"],
        },
        "policy": {"id": check.pack["policy"], "title": check.pack["policy_title"]},
        "version": check.assignment["version"],
        "pack": {"id": check.pack["id"]},
        "hash": draft["hash"],
        "language": draft["language"],
        "answers": draft["answers"],
        "right": answer["right"],
        "of": answer["of"],
        "passMark": check.pass_mark,
        "passed": answer["passed"],
        "recordedAt": answer["recordedAt"],
    }


class Check:
    """The check of one of the caller's assignments, or 404 (CHK-2)."""

    def __init__(self, request, assignment_id):
        self.db = request.db
        self.person = request.caller.id
        self.assignment = assignments.find(
            request.db, request.tenant["id"], self.person, assignment_id
        )
        if not self.assignment:
            raise not_found()
        self.pack = self.assignment["pack"]
        knowledge, self._written = questions_about(self.pack, self.pack["policy"])
        if not self._written:
            raise not_found()
        self.pass_mark = knowledge["passMark"]
        self.tries = knowledge.get("tries")
        self.questions = [asked(number, each) for number, each in enumerate(self._written, 1)]
        self.passed = bool(
            passed_attempt(
                self.db, self.pack, self.person, self.pack["policy"], self.assignment["material"]
            )
        )

    def results(self, answers):
        """A question is right when exactly its right choices were given (CHK-5)."""
        given = {}
        for answer in answers:
            given.setdefault(answer["question"], set()).update(answer["choices"])
        results = []
        for number, written in enumerate(self._written, 1):
            right = given.get(str(number), set()) == set(solution(written))
            result = {"question": str(number), "right": right}
            if written["explanation"]:
                result["explanation"] = written["explanation"]
            results.append(result)
        return results

    def tell(self, results):
        """Adds the right choices: it is passed, or cannot be taken again for now."""
        for result, written in zip(results, self._written):
            result["solution"] = solution(written)

    def tries_left(self, time):
        """How often it may still be taken, and when it may be taken again; nothing where there is no limit."""
        if self.tries is None:
            return {}
        counted = rows(
            self.db,
            "SELECT recorded_at FROM attempts WHERE tenant = ? AND person = ? AND pack = ?"
            " AND policy = ? AND version >= ? AND recorded_at > ? ORDER BY serial DESC",
            self.pack["tenant"],
            self.person,
            self.pack["id"],
            self.pack["policy"],
            self.assignment["material"],
            later(time, hours=-24),
        )
        left = max(0, self.tries - len(counted))
        if left:
            return {"triesLeft": left}
        # As many as may be taken are younger than a day until the oldest of them is not.
        return {"triesLeft": 0, "againAt": later(counted[self.tries - 1]["recorded_at"], hours=24)}

