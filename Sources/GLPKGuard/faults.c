// Faults on purpose.

#include "guard.h"

#include "state.h"

#include <limits.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

struct guard_faults {
  guard_fault_kind kind;
  int64_t first;
  int64_t last;
  _Atomic int64_t occasions;
};

static _Thread_local guard_faults *of_thread;

guard_faults *guard_faults_create(guard_fault_kind kind, int64_t first, int64_t last) {
  guard_faults *made = malloc(sizeof *made);
  if (made == NULL) return NULL;
  made->kind = kind;
  made->first = first;
  made->last = last;
  atomic_init(&made->occasions, 0);
  return made;
}

int64_t guard_faults_occasions(const guard_faults *faults) {
  return atomic_load(&faults->occasions);
}

void guard_set_faults_of_thread(guard_faults *faults) { of_thread = faults; }

guard_faults *guard_faults_of_thread(void) { return of_thread; }

// Counts an occasion; the fault that it meets, 0 for none.
static int next(guard *guard) {
  guard_faults *faults = guard->faults;
  if (faults == NULL) return 0;
  int64_t number = atomic_fetch_add(&faults->occasions, 1) + 1;
  return number >= faults->first && number <= faults->last ? (int)faults->kind : 0;
}

// Does nothing until it is asked to stop (0) or its time is up (GLP_ETMLIM).
static int stall(guard *guard, int time_limit) {
  double began = glp_time();
  struct timespec pause = {0, 2000000};
  while (1) {
    nanosleep(&pause, NULL);
    if (guard_observe(guard, NULL, 0)) return 0;
    if (time_limit < INT_MAX && glp_time() - began >= time_limit) return GLP_ETMLIM;
  }
}

int guard_meets_fault(guard *guard, int time_limit, int *code) {
  switch (next(guard)) {
  case GUARD_FAULT_ABORT: glp_assert(!"a fault on purpose");
  case GUARD_FAULT_FAILURE: *code = GLP_EFAIL; return 1;
  case GUARD_FAULT_STALL: *code = stall(guard, time_limit); return 1;
  default: return 0;
  }
}

void guard_meets_abort(guard *guard) {
  int kind = next(guard);
  if (kind == GUARD_FAULT_ABORT || kind == GUARD_FAULT_FAILURE) glp_assert(!"a fault on purpose");
}
