// What the parts of the guard share.

#ifndef GLPK_GUARD_STATE_H
#define GLPK_GUARD_STATE_H

#include "guard.h"

#include <setjmp.h>

struct guard {
  jmp_buf jump;
  // Nonzero while a guarded call is under way, so that `jump` is valid.
  int armed;
  char message[1024];
  guard_observer observer;
  void *context;
  // When the observer was last called, in milliseconds of glp_time.
  double observed;
  guard_report report;
  // Faults on purpose; NULL for none.
  guard_faults *faults;
};

// Before a call into GLPK, after the setjmp.
void guard_arm(guard *guard);
// After it returned.
guard_outcome guard_disarm(guard *guard);
// After it jumped: frees the environment.
guard_outcome guard_recover(guard *guard, int outcome);
// Calls the observer if it is time for it, or at once if that is asked.
int guard_observe(guard *guard, const double *point, int at_once);


// An occasion of a fault on purpose; an abort does not return.
//
// Returns nonzero if the call is to be left out, with the code that stands for what it would have answered: GLP_EFAIL or
// GLP_ETMLIM; 0 where it is only to be asked to stop.
int guard_meets_fault(guard *guard, int time_limit, int *code);
// The same for a call that gives no answer.
void guard_meets_abort(guard *guard);

#endif
