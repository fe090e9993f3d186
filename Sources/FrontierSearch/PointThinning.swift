extension [FrontierBand.Corner] {
  /// The area that the attained curve gains above when the corner at `index`, which is no end, is left out.
  fileprivate func loss(without index: Int, isJoined: Bool) -> Double {
    let (cheap, middle, safe) = (self[index - 1], self[index], self[index + 1])
    func area(_ cheap: FrontierBand.Corner, _ safe: FrontierBand.Corner, _ isJoined: Bool)
      -> Double
    {
      (cheap.risk - safe.risk) * (isJoined ? (cheap.cost + safe.cost) / 2 : safe.cost)
    }
    return area(cheap, safe, isJoined) - area(cheap, middle, cheap.isJoined)
      - area(middle, safe, middle.isJoined)
  }
}

extension Frontier {
  /// Leaves out points, those first that matter least to the band, until there are `most`; the two ends stay.
  ///
  /// A slice has many vertices, and who asks for few points gets few.
  mutating func thin(to most: Int) {
    while points.count > Swift.max(most, 2) {
      let corners = points.map(\.corner)
      let inner = points.indices.dropFirst().dropLast()
      let least = inner.min { left, right in
        loss(left, corners) < loss(right, corners)
      }
      guard let least else { return }
      points.remove(at: least)
      points.join()
    }
  }

  private func loss(_ index: Int, _ corners: [FrontierBand.Corner]) -> Double {
    let isJoined = !points[index - 1].designs.isDisjoint(with: points[index + 1].designs)
    return corners.loss(without: index, isJoined: isJoined)
  }
}
