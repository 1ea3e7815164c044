"""Loading a file of the public record: one act, all or nothing, a second time without effect."""

from tansiq.cycle.loading.commands import leave_exercise_note, load_record

__all__ = ["leave_exercise_note", "load_record"]
