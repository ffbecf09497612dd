"""The forms a session has, and the answers of it that are kept: each form is a checklist."""

ONE_TO_ONE, GROUP, TEAM_TIME = "session", "session-group", "team-time"
TITLES = {ONE_TO_ONE: "Session", GROUP: "Group session", TEAM_TIME: "Team Time"}
"""How each form is called where it is listed among other entries."""

LAST_TIME = "last-time"
"""The part of a session that begins with what was agreed the last time."""

ACTIONS = "session.actions"
THEMES = ("session.themes", "group.themes")
RAISE = ("session.raise", "group.raise")
HELPED = ("session.helped", "group.helped", "team-time.helped")
