import GLPKGuard
import Modeling

/// A program in the arrays that one bulk load takes.
struct ProgramArrays {
  private var rowKinds: [Int32] = []
  private var rowLower: [Double] = []
  private var rowUpper: [Double] = []
  private var columnKinds: [Int32] = []
  private var columnLower: [Double] = []
  private var columnUpper: [Double] = []
  private var costs: [Double] = []
  private var integers: [Int32] = []
  /// Triplets, behind the unused first element that GLPK counts from.
  private var nonzeroRows: [Int32] = [0]
  private var nonzeroColumns: [Int32] = [0]
  private var coefficients: [Double] = [0]

  init(_ program: LinearProgram) {
    for column in program.columns {
      let bounds = BoundKind(from: column.lower, to: column.upper, isInteger: column.isInteger)
      columnKinds.append(bounds.kind)
      columnLower.append(bounds.lower)
      columnUpper.append(bounds.upper)
      costs.append(column.cost)
      integers.append(column.isInteger ? 1 : 0)
    }
    let nonzeros = program.nonzeroCount
    nonzeroRows.reserveCapacity(nonzeros + 1)
    nonzeroColumns.reserveCapacity(nonzeros + 1)
    coefficients.reserveCapacity(nonzeros + 1)
    for (index, row) in program.rows.enumerated() {
      let bounds = BoundKind(from: row.lower, to: row.upper)
      rowKinds.append(bounds.kind)
      rowLower.append(bounds.lower)
      rowUpper.append(bounds.upper)
      for term in row.terms {
        nonzeroRows.append(Int32(index + 1))
        nonzeroColumns.append(Int32(term.column.index + 1))
        coefficients.append(term.coefficient)
      }
    }
  }

  /// Makes the problem under the guard.
  func load(_ handle: OpaquePointer, into made: inout OpaquePointer?) -> guard_outcome {
    rowKinds.withUnsafeBufferPointer { rowKinds in
      rowLower.withUnsafeBufferPointer { rowLower in
        rowUpper.withUnsafeBufferPointer { rowUpper in
          loadColumns(handle, into: &made) { program in
            program.rows = Int32(rowKinds.count)
            program.row_kinds = rowKinds.baseAddress
            program.row_lower = rowLower.baseAddress
            program.row_upper = rowUpper.baseAddress
          }
        }
      }
    }
  }

  private func loadColumns(
    _ handle: OpaquePointer, into made: inout OpaquePointer?,
    _ addRows: (inout guard_program) -> Void
  ) -> guard_outcome {
    columnKinds.withUnsafeBufferPointer { columnKinds in
      columnLower.withUnsafeBufferPointer { columnLower in
        columnUpper.withUnsafeBufferPointer { columnUpper in
          costs.withUnsafeBufferPointer { costs in
            integers.withUnsafeBufferPointer { integers in
              loadNonzeros(handle, into: &made) { program in
                addRows(&program)
                program.columns = Int32(columnKinds.count)
                program.column_kinds = columnKinds.baseAddress
                program.column_lower = columnLower.baseAddress
                program.column_upper = columnUpper.baseAddress
                program.costs = costs.baseAddress
                program.integers = integers.baseAddress
              }
            }
          }
        }
      }
    }
  }

  private func loadNonzeros(
    _ handle: OpaquePointer, into made: inout OpaquePointer?,
    _ addRowsAndColumns: (inout guard_program) -> Void
  ) -> guard_outcome {
    nonzeroRows.withUnsafeBufferPointer { rows in
      nonzeroColumns.withUnsafeBufferPointer { columns in
        coefficients.withUnsafeBufferPointer { coefficients in
          var program = guard_program()
          addRowsAndColumns(&program)
          program.nonzeros = Int32(coefficients.count - 1)
          program.nonzero_rows = rows.baseAddress
          program.nonzero_columns = columns.baseAddress
          program.coefficients = coefficients.baseAddress
          return guard_load(handle, &program, &made)
        }
      }
    }
  }
}
