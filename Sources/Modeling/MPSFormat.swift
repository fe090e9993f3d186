extension LinearProgram {
  /// The program in free MPS format, see ``writeMPS(to:)``.
  public func mpsText() -> String {
    var text = ""
    writeMPS(to: &text)
    return text
  }

  /// Writes the program in free MPS format, with whole columns between markers.
  ///
  /// Names keep letters, digits and `_ . ( ) ,`, are unique and at most 100 characters long. Numbers
  /// read back as the same doubles, with one exception: a row between two bounds is written as one
  /// bound and a width, from which a reader adds up the other bound, correct to its last digit. Rows
  /// without bounds are `N` rows behind the objective.
  ///
  /// - Complexity: linear in the nonzeros; memory for the names and the columns of the matrix.
  public func writeMPS<Target: TextOutputStream>(to target: inout Target) {
    let names = ExportNames(self)
    // Without the word FREE, CBC takes a file of short names for the fixed format.
    target.write("NAME \(ExportNames.title(name)) FREE\nROWS\n N \(names.objective)\n")
    for (row, name) in zip(rows, names.rows) { target.write(" \(row.mpsKind) \(name)\n") }
    writeMPSColumns(names, to: &target)
    target.write("RHS\n")
    for (row, name) in zip(rows, names.rows) where row.mpsSide != 0 {
      target.write(" RHS \(name) \(row.mpsSide.exportText)\n")
    }
    if rows.contains(where: { $0.mpsWidth != nil }) {
      target.write("RANGES\n")
      for (row, name) in zip(rows, names.rows) {
        if let width = row.mpsWidth { target.write(" RNG \(name) \(width.exportText)\n") }
      }
    }
    target.write("BOUNDS\n")
    for (column, name) in zip(columns, names.columns) {
      for bound in column.mpsBounds {
        let value = bound.value.map { " \($0.exportText)" } ?? ""
        target.write(" \(bound.kind) BND \(name)\(value)\n")
      }
    }
    target.write("ENDATA\n")
  }

  private func writeMPSColumns<Target: TextOutputStream>(
    _ names: ExportNames, to target: inout Target
  ) {
    // Column by column: where each begins, then the nonzeros in that order.
    var starts = [Int](repeating: 0, count: columns.count + 1)
    for row in rows { for term in row.terms { starts[term.column.index + 1] += 1 } }
    for index in columns.indices { starts[index + 1] += starts[index] }
    var next = starts
    var entries = [(row: Int, coefficient: Double)](repeating: (0, 0), count: nonzeroCount)
    for (index, row) in rows.enumerated() {
      for term in row.terms {
        entries[next[term.column.index]] = (index, term.coefficient)
        next[term.column.index] += 1
      }
    }
    target.write("COLUMNS\n")
    var isInteger = false
    var markers = 0
    func mark(_ kind: String) {
      markers += 1
      target.write(" MARKER\(markers) 'MARKER' '\(kind)'\n")
    }
    for (index, column) in columns.enumerated() {
      if column.isInteger != isInteger {
        mark(column.isInteger ? "INTORG" : "INTEND")
        isInteger = column.isInteger
      }
      let name = names.columns[index]
      // A column must be mentioned to exist, if only with a cost of 0.
      if column.cost != 0 || starts[index] == starts[index + 1] {
        target.write(" \(name) \(names.objective) \(column.cost.exportText)\n")
      }
      for entry in entries[starts[index]..<starts[index + 1]] {
        target.write(" \(name) \(names.rows[entry.row]) \(entry.coefficient.exportText)\n")
      }
    }
    if isInteger { mark("INTEND") }
  }
}

extension LinearProgram.Row {
  fileprivate var mpsKind: String {
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): "N"
    case (false, true): "L"
    case (true, false): "G"
    case (true, true): lower == upper ? "E" : "G"
    }
  }

  fileprivate var mpsSide: Double {
    if lower.isFinite { return lower }
    return upper.isFinite ? upper : 0
  }

  /// The distance of two bounds, such that a reader who adds it to the lower one gets the upper one
  /// if any number does that.
  fileprivate var mpsWidth: Double? {
    guard lower.isFinite, upper.isFinite, lower != upper else { return nil }
    let width = upper - lower
    return [width, width.nextUp, width.nextDown].first { lower + $0 == upper } ?? width
  }
}

extension LinearProgram.Column {
  /// Bounds other than "from 0 upwards". For whole columns all are said, since readers differ on
  /// what a silent one means.
  fileprivate var mpsBounds: [(kind: String, value: Double?)] {
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): [("FR", nil)]
    case (false, true): [("MI", nil), ("UP", upper)]
    case (true, false):
      (lower == 0 ? [] : [("LO", lower)]) + (isInteger ? [("PL", nil)] : [])
    case (true, true):
      lower == upper
        ? [("FX", lower)] : (lower == 0 && upper > 0 ? [] : [("LO", lower)]) + [("UP", upper)]
    }
  }
}
