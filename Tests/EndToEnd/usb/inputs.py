"""What the trackers hold: invented minutes with known totals, always the same for the same days."""

import datetime
import random

# The guest's clock is set to this, so that the days are the same whenever the tests run.
NOW = datetime.datetime(2026, 11, 21, 15, 0, tzinfo=datetime.timezone.utc)
TODAY = NOW.date()


def day(ago):
    """The date so many days before the guest's today, as text."""
    return (TODAY - datetime.timedelta(days=ago)).isoformat()


class Minutes:
    """A row for every minute of some whole days that end before the guest's today: two walks a day
    and a few steps in between."""

    def __init__(self, days, until=1, seed=1):
        self.totals = {}
        self.rows = 0
        lines = ["timestamp,steps"]
        for ago in range(until + days - 1, until - 1, -1):
            chance = random.Random(f"{seed}/{day(ago)}")
            walks = self._walks(chance)
            total = 0
            for minute in range(1440):
                steps = self._steps(minute, walks, chance)
                lines.append(f"{day(ago)}T{minute // 60:02}:{minute % 60:02}:00Z,{steps}")
                total += steps
            self.totals[day(ago)] = total
            self.rows += 1440
        self.csv = ("\n".join(lines) + "\n").encode()

    @staticmethod
    def _walks(chance):
        morning = 420 + chance.randrange(90)
        evening = 1020 + chance.randrange(90)
        return [
            range(morning, morning + 8 + chance.randrange(25)),
            range(evening, evening + 8 + chance.randrange(25)),
        ]

    @staticmethod
    def _steps(minute, walks, chance):
        if any(minute in walk for walk in walks):
            return 95 + chance.randrange(20)
        if 420 <= minute < 1320 and chance.random() < 0.2:
            return chance.randrange(1, 30)
        return 0
