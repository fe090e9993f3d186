// Runs the entry points of GLPK that may abort, so that an abort is a value and not the end of the
// process. It is in C because only C may be left by longjmp: GLPK reports a fault by calling a hook
// and then abort(); the hook jumps back here, over frames of GLPK alone.
//
// After GUARD_ABORTED and GUARD_STOPPED the environment of the thread, and with it every problem
// made on the thread, no longer exists. Problems must then be forgotten, not deleted.
//
// All of it belongs to one thread, like GLPK itself.

#ifndef GLPK_GUARD_H
#define GLPK_GUARD_H

#include <glpk.h>
#include <stdint.h>

// How a guarded call ended.
typedef enum {
  // It returned; its code is stored.
  GUARD_DONE = 0,
  // GLPK reported a fault and would have aborted; `guard_message` tells which.
  GUARD_ABORTED = 1,
  // The observer asked to stop while GLPK was busy inside.
  GUARD_STOPPED = 2,
} guard_outcome;

// What branch and cut knows, as told to the observer. Objectives are those of the loaded program.
typedef struct {
  // Nonzero inside branch and cut, zero in a linear program.
  int in_tree;
  // Nodes made so far.
  int64_t nodes;
  // Greatest proven lower bound, -INFINITY if none.
  double bound;
  // Least objective of a point found, INFINITY if none.
  double incumbent;
  // Columns of a point that is new since the last call, NULL if there is none. Read it at once.
  const double *point;
} guard_report;

// Called from time to time; a nonzero answer asks to stop. It must not call GLPK.
typedef int (*guard_observer)(void *context, const guard_report *report);

// A program in the arrays GLPK wants; rows, columns and kinds of bounds as in its manual.
typedef struct {
  int rows;
  int columns;
  int nonzeros;
  // One each for a row.
  const int *row_kinds;
  const double *row_lower;
  const double *row_upper;
  // One each for a column.
  const int *column_kinds;
  const double *column_lower;
  const double *column_upper;
  const double *costs;
  const int *integers;
  // One each for a nonzero, behind one unused element at the start.
  const int *nonzero_rows;
  const int *nonzero_columns;
  const double *coefficients;
} guard_program;

// Rows to append, one after another: row i has the nonzeros from starts[i] to before starts[i + 1].
typedef struct {
  int count;
  const int *starts;
  // Counted from 1.
  const int *columns;
  const double *coefficients;
  const int *kinds;
  const double *lower;
  const double *upper;
} guard_rows;

// What branch and cut is to know beyond its own parameters.
typedef struct {
  // A feasible point to start from, one number a column behind an unused element, or NULL. It
  // reaches GLPK only when its presolver is off.
  const double *start;
  // Objective of the best point known before the search, INFINITY if none.
  double known_objective;
  // Relative gap at which to stop, measured against the better of that and GLPK's own.
  double relative_gap;
  // Milliseconds until the deadline, INT_MAX for none; counted from the call.
  int time_limit;
} guard_search;

// What branch and cut leaves behind, also when it was stopped or aborted.
typedef struct {
  int64_t nodes;
  double bound;
  // Nonzero if the search ended because the gap to the known objective was small enough.
  int gap_reached;
} guard_tree;

// Faults on purpose, by which it is tried that no fault of GLPK becomes a wrong answer. Each guarded call is an
// occasion, and each event of branch and cut; occasions count from 1, those of all threads together.
typedef enum {
  // GLPK fails an assertion, inside itself.
  GUARD_FAULT_ABORT = 1,
  // GLPK answers that it failed. What has no answer aborts.
  GUARD_FAULT_FAILURE = 2,
  // GLPK works on without an end, until its time is up or it is asked to stop. What is done in a moment is let be.
  GUARD_FAULT_STALL = 3,
} guard_fault_kind;

typedef struct guard_faults guard_faults;

// Faults of a kind at the occasions from `first` to `last`; NULL if memory is short. They are never freed, since a
// thread that was left behind may meet them at any time.
guard_faults *guard_faults_create(guard_fault_kind kind, int64_t first, int64_t last);
// How many occasions there were.
int64_t guard_faults_occasions(const guard_faults *faults);
// The faults that guards made on this thread from now on meet, and threads that it starts; NULL for none.
void guard_set_faults_of_thread(guard_faults *faults);
guard_faults *guard_faults_of_thread(void);

typedef struct guard guard;

// Makes a guard for the calling thread; NULL if memory is short.
guard *guard_create(guard_observer observer, void *context);
// Frees the environment of the thread and the guard.
void guard_destroy(guard *guard);
// Text of the last fault, never NULL.
const char *guard_message(const guard *guard);

// Each runs the entry point of GLPK it is named after and stores what that returned.
guard_outcome guard_load(guard *guard, const guard_program *program, glp_prob **problem);
guard_outcome guard_simplex(guard *guard, glp_prob *problem, const glp_smcp *options, int *code);
guard_outcome guard_exact(guard *guard, glp_prob *problem, const glp_smcp *options, int *code);
guard_outcome guard_interior(guard *guard, glp_prob *problem, const glp_iptcp *options, int *code);
guard_outcome guard_advanced_basis(guard *guard, glp_prob *problem);
guard_outcome guard_append_rows(guard *guard, glp_prob *problem, const guard_rows *rows);
guard_outcome guard_delete_rows(guard *guard, glp_prob *problem, int count, const int *places);
// After a dual simplex call that ended without a feasible point: the multipliers of the rows, behind an unused element,
// whose sum contradicts the bounds, and whether there are any. Who uses them checks them.
guard_outcome guard_infeasibility_row(
    guard *guard, glp_prob *problem, double *multipliers, int *found);
// The multipliers of the rows, behind an unused element, whose sum is the tableau's row of a basic column, and whether it is
// basic. Right up to rounding.
guard_outcome guard_tableau_row(
    guard *guard, glp_prob *problem, int column, double *multipliers, int *found);
guard_outcome guard_intopt(
    guard *guard, glp_prob *problem, const glp_iocp *options, const guard_search *search,
    guard_tree *tree, int *code);

// Fails an assertion of GLPK, to try the guard.
guard_outcome guard_assertion(guard *guard);

// Runs `body` on a thread of its own with a stack of `stack` bytes; nonzero if none could be made.
int guard_start_thread(size_t stack, void (*body)(void *context), void *context);

#endif
