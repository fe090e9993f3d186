extension Drawing {
  /// Draws what `features` allow, after all else, so that the rest of the dataset does not depend on them.
  mutating func draw(_ features: RandomDataset.Features) {
    guard !features.isEmpty else { return }
    let isAlone = RandomDataset.Features.each.contains(features)
    let drawn = RandomDataset.Features.each.filter {
      features.contains($0) && (random.percent(55) || isAlone)
    }
    func has(_ feature: RandomDataset.Features) -> Bool { drawn.contains(feature) }
    if has(.availability) { drawAvailability() }
    if has(.safetyStock) { drawSafetyStock() }
    if has(.returns) { drawReturns() }
    if has(.coproducts) { drawCoproducts() }
    if has(.claims) { drawClaims() }
    if has(.phasedTariffs) { drawPhasedTariffs() }
    if has(.drawback) { drawDrawback() }
    if has(.quotas) { drawQuotas() }
    if has(.escalation) { drawEscalation() }
    if has(.handling) { drawHandling() }
    if has(.contracts) { drawContracts() }
    if has(.clusters) { drawClusters() }
    if has(.costEffects) { drawCostEffects() }
    if has(.policies), !withoutPolicies { drawFlowPolicies() }
  }

  // MARK: Tables that are there

  /// A table as its header and rows; no cell of it holds a comma.
  private func table(_ name: String) -> (header: [String], rows: [[String]]) {
    let lines = (tables.files["\(name).csv"] ?? "").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return (lines.first ?? [], Array(lines.dropFirst()))
  }

  /// Appends rows to a table, which is made where it is absent; columns that it lacks are added.
  mutating func append(_ name: String, _ columns: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    var (header, old) = table(name)
    for column in columns where !header.contains(column) {
      header.append(column)
      for row in old.indices { old[row].append("") }
    }
    let new = rows.map { row in
      header.map { column in columns.firstIndex(of: column).map { row[$0] } ?? "" }
    }
    write(name, header.joined(separator: ","), old + new)
  }

  /// Adds a column to a table, cell by cell.
  mutating func add(_ column: String, to name: String, _ cell: (_ row: [String: String]) -> String)
  {
    let (header, rows) = table(name)
    let filled = rows.map { row in
      row + [cell(Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }))]
    }
    write(name, (header + [column]).joined(separator: ","), filled)
  }

  /// Selectors, one for each key, of which no two of one key name anything equally narrowly.
  mutating func untied(_ keys: [String], _ draw: (inout Drawing) -> RandomSelector) -> [(
    key: String, selector: RandomSelector
  )] {
    var known: [String: [RandomSelector]] = [:]
    var result: [(key: String, selector: RandomSelector)] = []
    for key in keys {
      let selector = draw(&self)
      guard !known[key, default: []].contains(where: { !$0.ties(with: selector).isEmpty }) else {
        continue
      }
      known[key, default: []].append(selector)
      result.append((key, selector))
    }
    return result
  }

  /// The ids of a table's first column.
  func ids(_ name: String) -> [String] { table(name).rows.map { $0[0] } }
}
