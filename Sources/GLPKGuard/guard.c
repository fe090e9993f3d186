#include "guard.h"

#include "state.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Least time between two calls of the observer.
static const double observer_interval = 0.05;

// Terminal output of GLPK: kept if it tells of a fault, otherwise a chance to ask whether to stop.
static int on_output(void *info, const char *text) {
  guard *guard = info;
  if (glp_at_error()) {
    size_t used = strlen(guard->message);
    strncat(guard->message, text, sizeof guard->message - used - 1);
  } else if (guard->armed && guard_observe(guard, NULL, 0)) {
    longjmp(guard->jump, GUARD_STOPPED);
  }
  return 1;
}

// Called by GLPK just before abort().
static void on_fault(void *info) {
  guard *guard = info;
  if (guard->armed) longjmp(guard->jump, GUARD_ABORTED);
}

guard *guard_create(guard_observer observer, void *context) {
  guard *made = calloc(1, sizeof *made);
  if (made == NULL) return NULL;
  made->observer = observer;
  made->context = context;
  made->faults = guard_faults_of_thread();
  made->report.bound = -INFINITY;
  made->report.incumbent = INFINITY;
  return made;
}

void guard_destroy(guard *guard) {
  glp_free_env();
  free(guard);
}

const char *guard_message(const guard *guard) { return guard->message; }

void guard_arm(guard *guard) {
  glp_init_env();
  // Output must be on for the hook to see it; the hook prints nothing.
  glp_term_out(GLP_ON);
  glp_term_hook(on_output, guard);
  glp_error_hook(on_fault, guard);
  guard->message[0] = '\0';
  guard->observed = glp_time();
  guard->armed = 1;
}

guard_outcome guard_disarm(guard *guard) {
  guard->armed = 0;
  return GUARD_DONE;
}

guard_outcome guard_recover(guard *guard, int outcome) {
  guard->armed = 0;
  guard->report.point = NULL;
  size_t length = strlen(guard->message);
  while (length > 0 && guard->message[length - 1] == '\n') guard->message[--length] = '\0';
  for (char *at = guard->message; *at != '\0'; at++)
    if (*at == '\n') *at = ' ';
  glp_free_env();
  return (guard_outcome)outcome;
}

int guard_observe(guard *guard, const double *point, int at_once) {
  if (guard->observer == NULL) return 0;
  double now = glp_time();
  if (!at_once && now - guard->observed < 1000 * observer_interval) return 0;
  guard->observed = now;
  guard->report.point = point;
  int stop = guard->observer(guard->context, &guard->report);
  guard->report.point = NULL;
  return stop;
}
