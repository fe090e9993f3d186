/// A table of a dataset.
struct Table {
  /// The file, such as `demand.csv`.
  var file: String
  var columns: [String]
  var rows: [[String]] = []

  init(_ name: String, _ columns: String...) {
    file = "\(name).csv"
    self.columns = columns
  }

  /// Adds a row of ids and numbers, in the order of the columns.
  mutating func add(_ cells: any TableCell...) { rows.append(cells.map(\.cellText)) }

  /// The table as CSV. Nothing that is generated needs quoting.
  var text: String {
    ([columns] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }
}

/// What a cell can hold.
protocol TableCell {
  /// The cell as text.
  var cellText: String { get }
}

extension String: TableCell {
  var cellText: String { self }
}

extension Int: TableCell {
  var cellText: String { "\(self)" }
}

extension Double: TableCell {
  var cellText: String { NumberText.text(self) }
}
