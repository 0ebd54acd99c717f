"""Sends due posts while Shoplark is closed, by the system's own scheduler; needs no root."""

from services.schedule.choose import scheduler_for
from services.schedule.job import Scheduler, SchedulerKind, ScheduleTrouble

__all__ = ["ScheduleTrouble", "Scheduler", "SchedulerKind", "scheduler_for"]
