/// A named change to a dataset: a file of its folder `variants`.
public struct Variant: Sendable, Equatable {
  /// Another variant, or a member of a sweep, that this one builds on.
  public struct Base: Sendable, Equatable {
    /// The member's name.
    public var member: String
    /// Where it is named.
    public var place: Patch.Place
  }

  /// The name: that of the file, without `.yaml`.
  public var name: String
  /// What it is about, in words.
  public var description: String
  /// What it builds on, in order; its own patches come after theirs.
  public var bases: [Base]
  /// The changes, in order.
  public var patches: [Patch]
  /// The axes along which it is varied; `nil` where it is one variant.
  public var sweep: Sweep?

  /// The file, relative to the dataset's folder.
  public var file: String { "\(VariantLibrary.folder)/\(name).yaml" }
}

/// One way to run a variant: the variant itself, or one point of its sweep.
public struct VariantMember: Sendable, Equatable {
  /// The name that `--variant` takes: `NAME`, `NAME@axis=value,axis=value` of a grid, or
  /// `NAME@sample=7` of a sample.
  public var name: String
  /// The variant it belongs to.
  public var variant: String
  /// What the variant is about, in words.
  public var description: String
  /// The value of each axis; empty without a sweep.
  public var values: [AxisValue]
  /// All its patches, those of its bases first, with the values of axes put in.
  public var patches: [Patch]
}

/// The value of an axis at one point of a sweep.
public struct AxisValue: Sendable, Equatable, Codable {
  /// The axis.
  public var axis: String
  /// The value, as a table would have it.
  public var value: String

  /// Creates a value.
  public init(axis: String, value: String) {
    self.axis = axis
    self.value = value
  }
}
