import FigureDrawing
import RunStore
import SupplyData
import Wording

/// The runs of a sweep, placed by the values of its axes.
struct SweepGrid {
  /// An axis with the values that runs have on it.
  struct Axis {
    let name: String
    /// In rising order where all are numbers, else in the order in which they first come.
    let values: [String]
    /// The values as numbers; `nil` where one is none.
    let numbers: [Double]?

    /// The values for a reader: long numbers to four digits, where they stay apart.
    var labels: [String] {
      guard let numbers, values.contains(where: { $0.count > 6 }) else { return values }
      let labels = numbers.map { number in
        let rounded = NumberFormat.significant(number, digits: 4)
        return rounded == rounded.rounded() && abs(rounded) < 1e9
          ? "\(Int(rounded))" : "\(rounded)"
      }
      return Set(labels).count == labels.count ? labels : values
    }

    /// Names in the order in which they are shown.
    init(name: String, texts: [String]) {
      self.name = name
      values = texts
      numbers = nil
    }

    init(name: String, values: [String]) {
      self.name = name
      var distinct: [String] = []
      var seen: Set<String> = []
      for value in values where seen.insert(value).inserted { distinct.append(value) }
      let pairs = distinct.compactMap { text in Double(text).map { (text, $0) } }
      if pairs.count == distinct.count, pairs.allSatisfy(\.1.isFinite) {
        let sorted = pairs.sorted { $0.1 < $1.1 }
        self.values = sorted.map(\.0)
        numbers = sorted.map(\.1)
      } else {
        self.values = distinct
        numbers = nil
      }
    }
  }

  /// The sweep's name.
  let name: String
  /// The axes, in the order of the sweep.
  let axes: [Axis]
  /// The runs, in the order of the store.
  let members: [RunFacts]
  /// Whether the members are points of a sample, not all combinations of values.
  let isSample: Bool

  init(name: String, members: [RunFacts]) {
    self.name = name
    self.members = members
    let names = members.first?.run.request.axes.map(\.axis) ?? []
    axes = names.map { axis in
      Axis(name: axis, values: members.compactMap { Self.value(of: axis, in: $0) })
    }
    isSample = members.contains { $0.run.request.key.variant.contains("@sample=") }
  }

  /// The value that a run has on an axis.
  static func value(of axis: String, in facts: RunFacts) -> String? {
    facts.run.request.axes.first { $0.axis == axis }?.value
  }

  private var index: [[String]: RunFacts] {
    Dictionary(
      members.map { member in
        (axes.map { Self.value(of: $0.name, in: member) ?? "" }, member)
      }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Matrices

  /// A table of two axes, at one combination of values of the further ones.
  struct Panel {
    /// The values of the further axes, as `axis = value`; empty where there are none.
    let title: String
    /// A member for each row and column, where there is one.
    let cells: [[RunFacts?]]
  }

  /// The axes that rows and columns run along: the two with the most values, so that there are few panels.
  var plane: (rows: Axis, columns: Axis)? {
    guard axes.count >= 2 else { return nil }
    let order = axes.indices.sorted {
      (axes[$1].values.count, $0) < (axes[$0].values.count, $1)
    }
    let chosen = [order[0], order[1]].sorted()
    return (axes[chosen[0]], axes[chosen[1]])
  }

  /// A panel for each combination of values of the axes beside the plane's.
  var panels: [Panel] {
    guard let (rows, columns) = plane else { return [] }
    let further = axes.filter { $0.name != rows.name && $0.name != columns.name }
    var combinations: [[(axis: String, value: String)]] = [[]]
    for axis in further {
      combinations = combinations.flatMap { head in
        axis.values.map { head + [(axis.name, $0)] }
      }
    }
    let index = index
    return combinations.map { fixed in
      var values = Dictionary(
        fixed.map { ($0.axis, $0.value) }, uniquingKeysWith: { first, _ in first })
      let cells = rows.values.map { row in
        columns.values.map { column -> RunFacts? in
          values[rows.name] = row
          values[columns.name] = column
          return index[axes.map { values[$0.name] ?? "" }]
        }
      }
      return Panel(
        title: fixed.map { "\($0.axis) = \($0.value)" }.joined(separator: ", "), cells: cells)
    }
  }
}
