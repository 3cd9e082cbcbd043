"""Plays a volunteer over the sandbox's HTTP controls: joins, answers the whole audit, prints the answers to expect.

Usage: volunteer.py ADDRESS
"""
import json
import sys
import time
import urllib.request

ADDRESS = sys.argv[1].rstrip("/")
PATIENCE_SECONDS = 60

# What the bot asks, what is pressed ("!") or written, and what the export then says.
JOINING = [("Hello", ["!Go on"]), ("May I keep", ["!I agree"]), ("Where do you belong", ["Tokyo"])]
AUDIT = [
    ("1 of up to 11", ["!☐ Phone voters", "!Done (1)"], "help_with", "Phone voters"),
    ("2 of up to 11", ["!Many times"], "called_before", "Many times"),
    ("3 of 11", ["!Most weeks"], "uk_evenings", "Most weeks"),
    ("4 of 11", ["yes"], "buddy", "Yes"),
    ("5 of 11", ["!☐ Discuss policy", "!Done (1)"], "campaign_parts", "Discuss policy"),
    ("6 of 11", ["!☐ French", "!☐ English", "!Done (2)"], "languages", "English, French"),
    ("7 of 11", ["4"], "hours", "4"),
    ("8 of 11", ["!It varies"], "free", "It varies"),
    ("9 of 11", ["Leeds"], "constituency", "Leeds"),
    ("10 of 11", ["!☐ Run a branch", "!Done (1)"], "training", "Run a branch"),
    ("11 of 11", ["No calls on Mondays.", "!Done"], None, None),
    ("This is what you told me", ["!That's right"], None, None),
]


def ask(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{ADDRESS}/sandbox/{path}", data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
        return json.load(answer)


class Volunteer:
    def __init__(self, name):
        person = {"first_name": name, "language_code": "en", "timezone": "Asia/Tokyo"}
        self.chat = f"chats/{ask('people', person)['id']}/"

    def until(self, fits, wanted):
        """Waits, without a pause between looks, until the bot's newest message fits."""
        end = time.monotonic() + PATIENCE_SECONDS
        seen = {"messages": [], "revision": -1}
        while time.monotonic() < end:
            said = [message for message in seen["messages"] if message["from"] == "bot"]
            if said and fits(said[-1]):
                return
            now = ask(self.chat + "messages")
            if now["revision"] == seen["revision"]:
                ask(f"{self.chat}messages?since={now['revision']}&wait=5")
            seen = now
        sys.exit(f"{wanted!r} did not come within {PATIENCE_SECONDS} s, but: {seen['messages'][-1:]}")

    def reads(self, text):
        self.until(lambda message: text in message["text"], text)

    def does(self, act):
        if not act.startswith("!"):
            ask(self.chat + "messages", {"text": act})
            return
        label = act[1:]
        self.until(lambda message: any(label == key["text"] for row in message["keyboard"] for key in row), label)
        ask(self.chat + "presses", {"label": label})


ann = Volunteer("Ann")
ann.does("/start")
for text, acts in JOINING:
    ann.reads(text)
    for act in acts:
        ann.does(act)
ann.does("!Yes")
ann.does("!Start")
for text, acts, question, answer in AUDIT:
    ann.reads(text)
    for act in acts:
        ann.does(act)
ann.reads("Thank you, Ann.")
for _, _, question, answer in AUDIT:
    if question:
        print(f"{question}={answer}")
