import TestDatasets

/// A table cut naively at line feeds and commas, so that what it becomes need not be a table.
struct MutableTable {
  private var rows: [[[UInt8]]]

  init(_ bytes: [UInt8]) {
    rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.split(separator: 0x2C, omittingEmptySubsequences: false).map(Array.init)
    }
  }

  var bytes: [UInt8] {
    Array(rows.map { Array($0.joined(separator: [0x2C])) }.joined(separator: [0x0A]))
  }

  /// Makes one change.
  ///
  /// - Parameter other: a table from which cells may come.
  mutating func change(with random: inout SplitMix64, other: MutableTable) {
    let row = random.whole(0...(rows.count - 1))
    let column = rows[row].isEmpty ? 0 : random.whole(0...(rows[row].count - 1))
    switch random.whole(0...15) {
    case 0...2: put(random.one(of: AwkwardTexts.numbers), row, column)
    case 3: put(random.one(of: AwkwardTexts.words), row, column)
    case 4: put(random.one(of: AwkwardTexts.texts), row, column)
    case 5...6: rows[row] = replaced(rows[row], column, with: randomCell(with: &random))
    case 7: rows[row] = replaced(rows[row], column, with: other.randomCell(with: &random))
    case 8: rescale(row, column, with: &random)
    case 9: join(row, column, with: &random)
    case 10: rows.insert(rows[row], at: row)
    case 11: rows.remove(at: row)
    case 12: rows.swapAt(row, random.whole(0...(rows.count - 1)))
    case 13: rows[row].append(randomCell(with: &random))
    case 14: changeColumn(column, with: &random)
    default: rows += Array(repeating: rows[row], count: random.whole(1...60))
    }
    if rows.isEmpty { rows = [[]] }
  }

  private func randomCell(with random: inout SplitMix64) -> [UInt8] {
    let cells = random.one(of: rows)
    return cells.isEmpty ? [] : random.one(of: cells)
  }

  private func replaced(_ cells: [[UInt8]], _ column: Int, with cell: [UInt8]) -> [[UInt8]] {
    guard cells.indices.contains(column) else { return cells + [cell] }
    var cells = cells
    cells[column] = cell
    return cells
  }

  private mutating func put(_ text: String, _ row: Int, _ column: Int) {
    rows[row] = replaced(rows[row], column, with: Array(text.utf8))
  }

  /// A number grows or shrinks by powers of ten.
  private mutating func rescale(_ row: Int, _ column: Int, with random: inout SplitMix64) {
    guard rows[row].indices.contains(column) else { return }
    let power = random.one(of: ["e-9", "e-3", "e-1", "e1", "e3", "e6", "e9"])
    rows[row][column] += Array(power.utf8)
  }

  /// Two cells become one selector.
  private mutating func join(_ row: Int, _ column: Int, with random: inout SplitMix64) {
    guard rows[row].indices.contains(column) else { return }
    rows[row][column] += Array(random.one(of: ["|", ":", "|country:", "|kind:"]).utf8)
    rows[row][column] += randomCell(with: &random)
  }

  /// A column disappears or is there twice, in every row.
  private mutating func changeColumn(_ column: Int, with random: inout SplitMix64) {
    let doubles = random.percent(50)
    for row in rows.indices where rows[row].indices.contains(column) {
      if doubles {
        rows[row].append(rows[row][column])
      } else {
        rows[row].remove(at: column)
      }
    }
  }
}
