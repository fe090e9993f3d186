/// One change to the rows of one table, before anything is validated.
public struct Patch: Sendable, Equatable {
  /// Where in a variant's file, or in which `--set`, something is written.
  public struct Place: Sendable, Equatable {
    /// The file, relative to the dataset's folder; `--set '…'` for one of the command line.
    public var file: String
    /// The line, from 1; 0 where there is none.
    public var line: Int
    /// The column in characters, from 1; 0 where there is none.
    public var column: Int

    /// Creates a place.
    public init(file: String, line: Int = 0, column: Int = 0) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// A column with a text: what its cell must be, becomes, or is changed by.
  public struct Field: Sendable, Equatable {
    /// The column's name.
    public var column: String
    /// The text, as a table would have it; `$NAME` stands for the value of an axis.
    public var value: String
    /// Where it is written.
    public var place: Place

    /// Creates a field.
    public init(column: String, value: String, place: Place) {
      self.column = column
      self.value = value
      self.place = place
    }
  }

  /// What is done.
  public enum Action: Sendable, Equatable {
    /// Cells take these values.
    case set([Field])
    /// Numbers are multiplied.
    case scale([Field])
    /// Numbers are added to.
    case add([Field])
    /// New rows.
    case insert([[Field]])
    /// The rows go.
    case delete
  }

  /// The table's name, without `.csv`; `settings` for `plan.yaml`.
  public var table: String
  /// What a row must be to be changed; all of it. Without any, every row is.
  public var conditions: [Field]
  /// What is done to the rows.
  public var action: Action
  /// Where it is written.
  public var place: Place

  /// Creates a patch.
  public init(table: String, conditions: [Field] = [], action: Action, place: Place) {
    self.table = table
    self.conditions = conditions
    self.action = action
    self.place = place
  }
}

extension Patch {
  /// Every field of the patch.
  var fields: [Field] {
    switch action {
    case .set(let fields), .scale(let fields), .add(let fields): conditions + fields
    case .insert(let rows): conditions + rows.flatMap { $0 }
    case .delete: conditions
    }
  }

  /// The patch with the values of axes in the place of their names.
  func bound(to values: [AxisValue]) -> Patch {
    let texts = Dictionary(
      values.map { ($0.axis, $0.value) }, uniquingKeysWith: { first, _ in first })
    func bound(_ fields: [Field]) -> [Field] {
      fields.map { field in
        var field = field
        if let axis = field.axis, let text = texts[axis] {
          field.value = text
        } else if field.value.hasPrefix("$$") {
          field.value.removeFirst()
        }
        return field
      }
    }
    var patch = self
    patch.conditions = bound(conditions)
    switch action {
    case .set(let fields): patch.action = .set(bound(fields))
    case .scale(let fields): patch.action = .scale(bound(fields))
    case .add(let fields): patch.action = .add(bound(fields))
    case .insert(let rows): patch.action = .insert(rows.map(bound))
    case .delete: break
    }
    return patch
  }
}

extension Patch.Field {
  /// The axis whose value the field takes; `nil` where it says its own.
  var axis: String? {
    value.hasPrefix("$") && !value.hasPrefix("$$") ? String(value.dropFirst()) : nil
  }
}
