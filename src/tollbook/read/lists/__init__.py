"""Lists: the daily lists of losses that general staffs publish, class by class."""

from tollbook.read.lists.general_staff import GeneralStaffList

__all__ = ["GeneralStaffList"]
