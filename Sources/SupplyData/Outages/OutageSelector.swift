public import TextFiles

/// Selects targets of outages, each to be taken by itself: patterns joined by `|`.
///
/// A pattern is the text of an ``OutageTarget`` in which a `*` stands for every one by itself: `*` each facility, `kind:plant`
/// each plant, `country:*` each country that has a facility, `product:*@country:CN` each product made there,
/// `country:CN>region:*` each corridor out of the country, `country:*+country:*` each pair of countries.
public struct OutageSelector: Hashable, Sendable {
  /// What an area's name may be.
  public enum AreaKind: String, Sendable, CaseIterable {
    case country, region, group
  }

  /// An area; without a name every one of its kind.
  public struct AreaPattern: Hashable, Sendable {
    var kind: AreaKind
    var name: String?
  }

  /// One pattern.
  public indirect enum Pattern: Hashable, Sendable {
    /// `nil`: each facility.
    case facility(String?)
    /// Each facility of a kind.
    case kind(FacilityKind)
    /// An area.
    case area(AreaPattern)
    /// `nil`: each product made there, each country that makes it.
    case product(String?, country: String?)
    /// A corridor; `nil` for every mode.
    case corridor(from: AreaPattern, to: AreaPattern, mode: String?)
    /// Several at once.
    case joint([Pattern])
  }

  /// The patterns, at least one.
  public let patterns: [Pattern]
  /// As it was written.
  public let text: String

  init(patterns: [Pattern], text: String) {
    self.patterns = patterns
    self.text = text
  }

  /// Each facility, each by itself.
  public static let everyFacility = OutageSelector(patterns: [.facility(nil)], text: "*")

  /// Reads a selector for a dataset that is known.
  ///
  /// - Parameter place: what to call the text in a fault, such as `--target 'country:CN'`.
  /// - Throws: all that is wrong with it: unknown names, a form that there is not, a pattern that matches nothing.
  public init(_ text: String, in dataset: Dataset, place: String) throws(Faults) {
    let reader = OutageSelectorReader(Directory(dataset))
    let selector: OutageSelector
    switch reader.read(text) {
    case .selector(let found): selector = found
    case .refused(let refusals):
      throw Faults(refusals.map { Fault(file: place, cause: $0.cause, cure: $0.cure) })
    case .unknown: preconditionFailure("all names of a dataset are known")
    }
    if let refusal = selector.refusal(in: OutageCatalogue(dataset)) {
      throw Faults([Fault(file: place, cause: refusal.cause, cure: refusal.cure)])
    }
    self = selector
  }

  /// Why the selector is of no use, if it matches nothing.
  func refusal(in catalogue: OutageCatalogue) -> Refusal? {
    guard catalogue.targets(of: self).isEmpty else { return nil }
    return Refusal(
      cause: "the selector \(quoted(text)) matches nothing that could fail",
      cure: "Name a facility, an area with facilities, or a product that is made there.")
  }
}
