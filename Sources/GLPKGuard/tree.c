// Branch and cut under the guard. The callback is in C because GLPK may fail inside a function that
// the callback calls, and the jump back must then not cross a frame of Swift.

#include "guard.h"

#include "state.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  guard *guard;
  const guard_search *search;
  guard_tree *tree;
  // The problem given to glp_intopt; GLPK stores each better point in it, presolved or not.
  glp_prob *problem;
  glp_iocp *options;
  int columns;
  double *point;
  double began;
  int start_given;
  // What a fault on purpose answers in GLPK's place; 0 for nothing.
  int fault_code;
} search_state;

// Copies a point that is better than the last one told; nonzero if there is one.
static int take_new_point(search_state *state) {
  int status = glp_mip_status(state->problem);
  if (status != GLP_FEAS && status != GLP_OPT) return 0;
  double objective = glp_mip_obj_val(state->problem);
  if (!(objective < state->guard->report.incumbent)) return 0;
  state->guard->report.incumbent = objective;
  for (int j = 1; j <= state->columns; j++)
    state->point[j - 1] = glp_mip_col_val(state->problem, j);
  return 1;
}

// The least bound of an open node bounds what is still to be found; what is found bounds the rest.
static void take_bound(search_state *state, glp_tree *tree) {
  int best = glp_ios_best_node(tree);
  if (best == 0) return;
  double bound = glp_ios_node_bound(tree, best);
  if (bound <= -DBL_MAX) return;
  double known = fmin(state->guard->report.incumbent, state->search->known_objective);
  bound = fmin(bound, known);
  if (bound > state->guard->report.bound) state->guard->report.bound = bound;
}

static int is_gap_reached(const search_state *state) {
  double known = fmin(state->guard->report.incumbent, state->search->known_objective);
  if (!isfinite(known)) return 0;
  return known - state->guard->report.bound <= state->search->relative_gap * fabs(known);
}

static void on_event(glp_tree *tree, void *info) {
  search_state *state = info;
  guard *guard = state->guard;
  if (!guard->report.in_tree) {
    guard->report.in_tree = 1;
    // The tree counts its time from its own beginning; the root program has used some already.
    if (state->options->tm_lim < INT_MAX) {
      double left = state->search->time_limit - (glp_time() - state->began);
      state->options->tm_lim = left > 1 ? (int)left : 1;
    }
  }
  int made;
  glp_ios_tree_size(tree, NULL, NULL, &made);
  guard->report.nodes = made;
  if (guard_meets_fault(guard, state->options->tm_lim, &state->fault_code)) {
    glp_ios_terminate(tree);
    return;
  }
  if (glp_ios_reason(tree) == GLP_IHEUR && !state->start_given && state->search->start != NULL) {
    state->start_given = 1;
    glp_ios_heur_sol(tree, state->search->start);
  }
  int is_new = take_new_point(state);
  take_bound(state, tree);
  if (guard_observe(guard, is_new ? state->point : NULL, is_new)) glp_ios_terminate(tree);
  if (is_gap_reached(state)) {
    state->tree->gap_reached = 1;
    glp_ios_terminate(tree);
  }
}

static void leave(search_state *state) {
  guard *guard = state->guard;
  state->tree->nodes = guard->report.nodes;
  state->tree->bound = guard->report.bound;
  free(state->point);
}

guard_outcome guard_intopt(
    guard *guard, glp_prob *problem, const glp_iocp *options, const guard_search *search,
    guard_tree *tree, int *code) {
  // Static storage would not do, since several threads search at once; these are set before the
  // setjmp and only their targets change after it.
  glp_iocp own = *options;
  search_state state = {0};
  state.guard = guard;
  state.search = search;
  state.tree = tree;
  state.problem = problem;
  state.options = &own;
  state.columns = glp_get_num_cols(problem);
  state.point = malloc((size_t)(state.columns + 1) * sizeof *state.point);
  if (state.point == NULL) {
    strcpy(guard->message, "no memory for a point");
    return guard_recover(guard, GUARD_ABORTED);
  }
  state.began = glp_time();
  own.tm_lim = search->time_limit;
  own.cb_func = on_event;
  own.cb_info = &state;
  tree->gap_reached = 0;
  guard->report.in_tree = 0;
  guard->report.nodes = 0;
  guard->report.bound = -INFINITY;
  guard->report.incumbent = INFINITY;
  int jumped = setjmp(guard->jump);
  if (jumped != 0) {
    leave(&state);
    guard->report.in_tree = 0;
    return guard_recover(guard, jumped);
  }
  guard_arm(guard);
  if (guard_meets_fault(guard, own.tm_lim, &state.fault_code)) {
    *code = state.fault_code != 0 ? state.fault_code : GLP_ESTOP;
  } else {
    *code = glp_intopt(problem, &own);
    if (state.fault_code != 0) *code = state.fault_code;
  }
  // A point that a heuristic finds in the last node has no event of its own.
  if (take_new_point(&state)) guard_observe(guard, state.point, 1);
  leave(&state);
  guard->report.in_tree = 0;
  return guard_disarm(guard);
}
