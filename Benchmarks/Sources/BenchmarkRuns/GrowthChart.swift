/// How time grows with the number of scenarios or of facilities: a picture with logarithmic axes, as SVG.
public struct GrowthChart: Sendable {
  /// What a dataset has more and more of.
  public enum Axis: String, Sendable, CaseIterable {
    /// Scenarios.
    case scenarios
    /// Facilities.
    case facilities
  }

  /// A solver's time for one number of scenarios or facilities.
  struct Point: Equatable {
    var x: Double
    var seconds: Double
    /// Points of runs that were given up are hollow.
    var isSolved: Bool
  }

  let axis: Axis
  let curves: [(solver: String, points: [Point])]

  /// A picture of the runs of the set that is named like the axis; nil if there are none.
  public init?(_ records: [RunRecord], over axis: Axis) {
    self.axis = axis
    // A set is told by what its datasets differ in, so that runs of all sets together count too.
    let mark = axis == .scenarios ? "-s" : "-f"
    let own = records.filter { record in
      let parts = record.dataset.split(separator: "-")
      return parts.count == 3 && record.dataset.contains(mark)
        && parts[2].dropFirst().allSatisfy(\.isNumber)
    }
    let table = ResultTable(own)
    var solvers: [String] = []
    for record in own where !solvers.contains(record.solver) { solvers.append(record.solver) }
    curves = solvers.map { solver in
      var datasets: [String: Double] = [:]
      for record in own where record.solver == solver {
        datasets[record.dataset] = Double(
          axis == .scenarios ? record.scenarios : record.facilities)
      }
      let points = datasets.compactMap { dataset, x in
        table.time(of: solver, on: dataset).map {
          Point(x: x, seconds: $0.seconds, isSolved: $0.isSolved)
        }
      }
      return (solver, points.sorted { $0.x < $1.x })
    }.filter { !$0.points.isEmpty }
    if curves.isEmpty { return nil }
  }

  /// The picture.
  public var svg: String {
    let frame = Frame(points: curves.flatMap(\.points))
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Frame.width) \(Frame.height)\" "
        + "font-family=\"sans-serif\" font-size=\"13\">",
      "<title>Wall seconds against the number of \(axis.rawValue)</title>",
      "<rect width=\"\(Frame.width)\" height=\"\(Frame.height)\" fill=\"#ffffff\"/>",
    ]
    lines += grid(frame)
    for (number, curve) in curves.enumerated() {
      lines += drawn(curve.points, Palette.color(number), frame)
      lines += legend(curve.solver, number)
    }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func grid(_ frame: Frame) -> [String] {
    var lines: [String] = []
    for x in Set(curves.flatMap(\.points).map(\.x)).sorted() {
      let place = Decimals.text(frame.x(x), 1)
      lines.append(
        "<line x1=\"\(place)\" y1=\"\(Frame.top)\" x2=\"\(place)\" y2=\"\(Frame.bottom)\" stroke=\"#e4e4e4\"/>"
      )
      lines.append(
        "<text x=\"\(place)\" y=\"\(Frame.bottom + 18)\" text-anchor=\"middle\">\(Int(x))</text>")
    }
    for seconds in frame.decades {
      let place = Decimals.text(frame.y(seconds), 1)
      lines.append(
        "<line x1=\"\(Frame.left)\" y1=\"\(place)\" x2=\"\(Frame.right)\" y2=\"\(place)\" stroke=\"#e4e4e4\"/>"
      )
      let label = seconds >= 1 ? Decimals.text(seconds, 0) : Decimals.text(seconds, 2)
      lines.append(
        "<text x=\"\(Frame.left - 8)\" y=\"\(place)\" dy=\"4\" text-anchor=\"end\">\(label)</text>")
    }
    lines.append(
      "<text x=\"\((Frame.left + Frame.right) / 2)\" y=\"\(Frame.bottom + 40)\" "
        + "text-anchor=\"middle\">\(axis.rawValue)</text>")
    lines.append(
      "<text x=\"\(Frame.left)\" y=\"\(Frame.top - 10)\">wall seconds (hollow: not solved within the limit)</text>"
    )
    return lines
  }

  private func drawn(_ points: [Point], _ color: String, _ frame: Frame) -> [String] {
    let places = points.map {
      (Decimals.text(frame.x($0.x), 1), Decimals.text(frame.y($0.seconds), 1))
    }
    let path = places.map { "\($0.0),\($0.1)" }.joined(separator: " ")
    return [
      "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"/>"
    ]
      + zip(points, places).map { point, place in
        "<circle cx=\"\(place.0)\" cy=\"\(place.1)\" r=\"4\" stroke=\"\(color)\" stroke-width=\"2\" "
          + "fill=\"\(point.isSolved ? color : "#ffffff")\"/>"
      }
  }

  private func legend(_ solver: String, _ number: Int) -> [String] {
    let y = Frame.top + 16 + 22 * number
    let title = solver == "shorewise" ? "Shorewise" : Peer(rawValue: solver)?.title ?? solver
    return [
      "<circle cx=\"\(Frame.right + 20)\" cy=\"\(y)\" r=\"5\" fill=\"\(Palette.color(number))\"/>",
      "<text x=\"\(Frame.right + 32)\" y=\"\(y)\" dy=\"4\">\(title)</text>",
    ]
  }
}

/// Colours that people with any kind of sight tell apart (Okabe and Ito 2008).
private enum Palette {
  static func color(_ number: Int) -> String {
    let colors = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"]
    return colors[number % colors.count]
  }
}
