import FigureDrawing

/// Where the names of sites stand on a map: in full, hiding neither one another nor a mark; what finds no room waits until the map is
/// zoomed.
struct MapLabels {
  /// A site to name.
  struct Site {
    let x: Double
    let y: Double
    let radius: Double
    /// What it may be called, the longest name first.
    let names: [String]
    /// Whether its name is set in bold.
    let isBold: Bool
    /// What stands behind every one of its names.
    let suffix: String
  }

  /// A name in its place.
  struct Label {
    /// The position of the site.
    let site: Int
    let text: String
    let frame: Frame
    /// From the site to the name, where that is not beside it.
    let leader: (from: (x: Double, y: Double), to: (x: Double, y: Double))?
  }

  let size: Double
  /// The labels that found room.
  private(set) var labels: [Label] = []
  /// The positions of the sites that have no name, also not one that they share with a neighbour.
  private(set) var unnamed: [Int] = []

  /// - Parameters:
  ///   - sites: those to name, the most important one first.
  ///   - marks: what no name may hide.
  ///   - size: of the type.
  init(_ sites: [Site], marks: [Frame], bounds: Frame, size: Double) {
    self.size = size
    var best: (labels: [Label], unnamed: [Int])?
    // Long names take the room of others: they are kept only where all that could be named still is.
    for longest in 0..<3 {
      let placed = place(sites, longest: longest, LabelPlacer(bounds: bounds, taken: marks))
      if best.map({ placed.unnamed.count < $0.unnamed.count }) ?? true { best = placed }
      if placed.unnamed.isEmpty { break }
    }
    labels = best?.labels ?? []
    unnamed = best?.unnamed ?? []
  }

  private func width(_ text: String, isBold: Bool) -> Double {
    TextWidth.of(text, size: size) * (isBold ? 1.08 : 1) + 2
  }

  private func place(
    _ sites: [Site], longest: Int, _ placer: LabelPlacer
  ) -> (labels: [Label], unnamed: [Int]) {
    var placer = placer
    var labels: [Label] = []
    var unnamed: [Int] = []
    for (position, site) in sites.enumerated() {
      let names = Array(site.names.dropFirst(min(longest, site.names.count - 1)))
      if let label = beside(site, position, names, &placer) ?? apart(site, position, names, &placer)
      {
        labels.append(label)
      } else if !isShared(site, with: labels, of: sites) {
        unnamed.append(position)
      }
    }
    return (labels, unnamed)
  }

  private func beside(
    _ site: Site, _ position: Int, _ names: [String], _ placer: inout LabelPlacer
  ) -> Label? {
    for name in names {
      let text = name + site.suffix
      let places = LabelPlacer.around(
        site.x, site.y, width: width(text, isBold: site.isBold), height: size + 1,
        distance: site.radius + 4)
      if let frame = placer.take(places) {
        return Label(site: position, text: text, frame: frame, leader: nil)
      }
    }
    return nil
  }

  /// The shortest name a little further off, with a line to it.
  private func apart(
    _ site: Site, _ position: Int, _ names: [String], _ placer: inout LabelPlacer
  ) -> Label? {
    guard let name = names.last else { return nil }
    let text = name + site.suffix
    for distance in [14.0, 24, 36] {
      let places = LabelPlacer.around(
        site.x, site.y, width: width(text, isBold: site.isBold), height: size + 1,
        distance: site.radius + distance)
      guard let frame = placer.take(places) else { continue }
      let end = (
        x: min(max(site.x, frame.x), frame.right),
        y: min(max(site.y, frame.y + 2), frame.bottom - 1)
      )
      let length = max(
        ((end.x - site.x) * (end.x - site.x) + (end.y - site.y) * (end.y - site.y)).squareRoot(), 1)
      let start = (
        x: site.x + (end.x - site.x) * site.radius / length,
        y: site.y + (end.y - site.y) * site.radius / length
      )
      return Label(site: position, text: text, frame: frame, leader: (from: start, to: end))
    }
    return nil
  }

  /// Whether a neighbour's label already names the place of `site`.
  private func isShared(_ site: Site, with labels: [Label], of sites: [Site]) -> Bool {
    guard let name = site.names.last else { return false }
    return labels.contains { label in
      let other = sites[label.site]
      return label.text == name + site.suffix && abs(other.x - site.x) < 14
        && abs(other.y - site.y) < 14
    }
  }
}
