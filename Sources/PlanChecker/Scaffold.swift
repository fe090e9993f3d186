// PlanChecker
