#include "guard.h"

#include "state.h"

#include <limits.h>

// Nothing that lives across the setjmp is changed after it, so no local needs to be volatile.
#define RETURN_IF_JUMPED(guard)              \
  do {                                       \
    int jumped = setjmp((guard)->jump);      \
    if (jumped != 0) return guard_recover((guard), jumped); \
    guard_arm(guard);                        \
  } while (0)

// The end of a call that a fault took the place of: it answered, or was asked to stop while busy.
static guard_outcome guard_left_out(guard *guard, int code) {
  return code != 0 ? guard_disarm(guard) : guard_recover(guard, GUARD_STOPPED);
}

guard_outcome guard_load(guard *guard, const guard_program *program, glp_prob **problem) {
  *problem = NULL;
  RETURN_IF_JUMPED(guard);
  guard_meets_abort(guard);
  glp_prob *made = glp_create_prob();
  if (program->rows > 0) glp_add_rows(made, program->rows);
  if (program->columns > 0) glp_add_cols(made, program->columns);
  for (int i = 0; i < program->rows; i++)
    glp_set_row_bnds(
        made, i + 1, program->row_kinds[i], program->row_lower[i], program->row_upper[i]);
  for (int j = 0; j < program->columns; j++) {
    glp_set_col_bnds(
        made, j + 1, program->column_kinds[j], program->column_lower[j], program->column_upper[j]);
    glp_set_obj_coef(made, j + 1, program->costs[j]);
    if (program->integers[j]) glp_set_col_kind(made, j + 1, GLP_IV);
  }
  glp_load_matrix(
      made, program->nonzeros, program->nonzero_rows, program->nonzero_columns,
      program->coefficients);
  *problem = made;
  return guard_disarm(guard);
}

guard_outcome guard_simplex(guard *guard, glp_prob *problem, const glp_smcp *options, int *code) {
  RETURN_IF_JUMPED(guard);
  if (guard_meets_fault(guard, options->tm_lim, code)) return guard_left_out(guard, *code);
  *code = glp_simplex(problem, options);
  return guard_disarm(guard);
}

guard_outcome guard_exact(guard *guard, glp_prob *problem, const glp_smcp *options, int *code) {
  RETURN_IF_JUMPED(guard);
  if (guard_meets_fault(guard, options->tm_lim, code)) return guard_left_out(guard, *code);
  *code = glp_exact(problem, options);
  return guard_disarm(guard);
}

guard_outcome guard_interior(guard *guard, glp_prob *problem, const glp_iptcp *options, int *code) {
  RETURN_IF_JUMPED(guard);
  if (guard_meets_fault(guard, INT_MAX, code)) return guard_left_out(guard, *code);
  *code = glp_interior(problem, options);
  return guard_disarm(guard);
}

guard_outcome guard_advanced_basis(guard *guard, glp_prob *problem) {
  RETURN_IF_JUMPED(guard);
  guard_meets_abort(guard);
  glp_adv_basis(problem, 0);
  return guard_disarm(guard);
}

guard_outcome guard_assertion(guard *guard) {
  RETURN_IF_JUMPED(guard);
  glp_assert(1 > 2);
  return guard_disarm(guard);
}

guard_outcome guard_append_rows(guard *guard, glp_prob *problem, const guard_rows *rows) {
  RETURN_IF_JUMPED(guard);
  guard_meets_abort(guard);
  if (rows->count > 0) {
    int first = glp_add_rows(problem, rows->count);
    for (int i = 0; i < rows->count; i++) {
      int start = rows->starts[i];
      // GLPK counts from 1 and leaves the element before the first alone.
      glp_set_mat_row(
          problem, first + i, rows->starts[i + 1] - start, rows->columns + start - 1,
          rows->coefficients + start - 1);
      glp_set_row_bnds(
          problem, first + i, rows->kinds[i], rows->lower[i], rows->upper[i]);
    }
  }
  return guard_disarm(guard);
}

guard_outcome guard_delete_rows(guard *guard, glp_prob *problem, int count, const int *places) {
  RETURN_IF_JUMPED(guard);
  guard_meets_abort(guard);
  if (count > 0) glp_del_rows(problem, count, places);
  return guard_disarm(guard);
}

// Row `position` of the inverse of the basis, whose factors are there: the multipliers of the rows.
static void basis_row(glp_prob *problem, int position, double *multipliers) {
  for (int i = 0; i <= glp_get_num_rows(problem); i++) multipliers[i] = 0;
  multipliers[position] = 1;
  glp_btran(problem, multipliers);
}

guard_outcome guard_tableau_row(
    guard *guard, glp_prob *problem, int column, double *multipliers, int *found) {
  *found = 0;
  RETURN_IF_JUMPED(guard);
  guard_meets_abort(guard);
  if (glp_get_col_stat(problem, column) == GLP_BS &&
      (glp_bf_exists(problem) || glp_factorize(problem) == 0)) {
    basis_row(problem, glp_get_col_bind(problem, column), multipliers);
    *found = 1;
  }
  return guard_disarm(guard);
}

guard_outcome guard_infeasibility_row(
    guard *guard, glp_prob *problem, double *multipliers, int *found) {
  *found = 0;
  RETURN_IF_JUMPED(guard);
  guard_meets_abort(guard);
  int rows = glp_get_num_rows(problem);
  int variable = glp_get_unbnd_ray(problem);
  if (variable != 0 && (glp_bf_exists(problem) || glp_factorize(problem) == 0)) {
    int position = variable <= rows ? glp_get_row_bind(problem, variable)
                                    : glp_get_col_bind(problem, variable - rows);
    if (position != 0) {
      basis_row(problem, position, multipliers);
      *found = 1;
    }
  }
  return guard_disarm(guard);
}
