extension Plan {
  /// The text of its `plan.json`.
  public var jsonText: String { json.prettyText }
}

extension FrontierRecord {
  /// The text of its `frontier.json`.
  public var jsonText: String { json.prettyText }
}
