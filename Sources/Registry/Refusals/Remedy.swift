/// What would help against a refusal, as a value.
///
/// How it is said and done is known to whoever asked: the command line has a command or an option
/// for it, the import of a table a column. Here it is only what helps.
package enum Remedy: Equatable, Sendable {
  /// Give this fact, or another one than was given.
  case give(WantedFact)
  /// Give a fact such as this one, of which the sentence is a value.
  case giveSuchAs(WantedFact, Sentence)
  /// Say who writes.
  case nameAuthor
  /// Leave out the source: there is nothing to cite it for.
  case leaveSourceOut
  /// Give the key of the person who is here already, or say that somebody else is meant.
  case tellPersonsApart
  /// Say that a service ended for this reason, which was given as that of the change.
  case sayWhyServiceEnded(String)
  /// Take a finding of this code upon oneself.
  case accept(String)
  /// The same where two records, which it is about, are both meant.
  case acceptBoth(String)

  /// Record the end of a service, of which this is the posting.
  case endService(of: String)
  /// Correct this fact of the record of this key.
  case correct(WantedFact, of: String)
  /// Record when the mission of this key closed, instead of removing it.
  case close(mission: String)
  /// Accredit the posting of this key to the receiver.
  case accredit(posting: String)

  /// Look at the record of this key.
  case lookAt(RecordKind, key: String)
  /// Look at what happened to the record of this key.
  case lookAtHistory(of: String)
  /// Find the key of a record by words.
  case findKey
  case listChanges
  /// Choose one of the changes, of which these are the first and the last, since a moment.
  case chooseChange(first: Int, last: Int, since: String)
  /// See in the list of changes whether the last one is kept.
  case seeWhetherKept
  /// Find the change that removed the record which the registry has of itself, and undo it.
  case findAndUndoRemoval
  /// Undo these changes, in this order.
  case undoInOrder([Int])
  /// See what a seal looks like.
  case seeSeal
  case listFindingKinds

  case question(QuestionRemedy)
  case table(TableRemedy)
  case merge(MergeRemedy)
  case file(FileRemedy)
}

/// What would help a question in SQL.
package enum QuestionRemedy: Equatable, Sendable {
  /// Give this parameter a value; `nil` where it has no name.
  case giveParameter(String?)
  /// Say in a sentence what a question answers that is to be kept.
  case sayWhatItAnswers
  case raiseTimeLimit
  case raiseMemoryLimit
  /// Keep the question: tables and views are not made.
  case keep
  case listKept
  case listReports
  case listTables
  case listFunctions
  /// See what the columns of this table or view are.
  case describe(table: String)
  /// See how a question will be answered.
  case explain
  /// Keep an answer in a file.
  case keepAnswer
  /// Ask another registry.
  case askAnother
  /// Write several statements as one change.
  case writeAsOneChange
  /// Write what a statement about this table would write: by what there is for its kind of record,
  /// or in SQL as a recorded change. `nil` where it names no table.
  case write(table: String?)
}

/// What would help the import of a table.
package enum TableRemedy: Equatable, Sendable {
  /// Edit the record that is there already.
  case edit
  /// Say what a column of this heading is, leave it out, or leave out all that are not known.
  case mapColumn(String)
  /// Leave out the column of this heading.
  case leaveColumnOut(String)
  /// Say what the column is.
  case sayWhatColumnIs
  /// Put bad rows aside.
  case putBadRowsAside
}

/// What would help the merging of another office's changes.
package enum MergeRemedy: Equatable, Sendable {
  /// Ask for the bundle again.
  case askAgain
  /// Have the bundle made anew, by a registry that was brought up to date.
  case askForNewer
  /// Keep this record as it is here.
  case keepOurs(String)
  /// Ask the other office which is true, or keep this record as it is here.
  case askOrKeepOurs(String)
  /// Keep each record as it is here, or take it as it is there; this is the first of them.
  case settle(String)
  /// Settle this record in one way, not in both.
  case settleOneWay(String)
  /// Bring changes from further back.
  case beginEarlier
  /// Look at a change whose seal may not be its own, and go back to before it.
  case goBackBefore(change: Int)
}

/// What would help with the file, or the files beside it.
package enum FileRemedy: Equatable, Sendable {
  /// Make a registry where there is none, or point to one.
  case make
  /// Point to a registry instead of what is none, or make one.
  case pointToOne
  /// Make it in another place.
  case makeElsewhere
  /// Make a registry for the missions of this country.
  case makeAnother(of: String)
  /// Bring the registry at this path up to date.
  case upgrade(String)
  /// Restore a copy that is in order.
  case restoreCopy
  /// Compare with a copy.
  case compareWithCopy
  /// Put a backup in the place of the file at this path.
  case replace(String)
  /// The same, or go on with what holds of the log.
  case replaceOrDropLogTail(of: String)
  /// Restore a backup to this path.
  case restore(to: String)
  case restoreElsewhere
  /// Put aside what is there, or restore elsewhere.
  case replaceOrRestoreElsewhere
  /// Work on a copy, or find the other name of a file that lies beside the registry.
  case workOnCopy
  /// Remove the other names of the registry, or work on a copy.
  case removeOtherNames
  /// Put back what a write that was broken off had begun, in the file at this path.
  case settleWrite(of: String)
  /// The same in a copy, where the folder of the file at this path cannot be written.
  case settleWriteInCopy(of: String)
  /// Copy these files, which belong together, to where they can be read.
  case readCopy(of: [String])
  /// Move these files away.
  case moveAway([MovedFile])
  case makeFolder(String)
  /// Wait longer for another writer.
  case waitLonger
}

/// A fact of a record that is missing, or that must be another one.
package struct WantedFact: Equatable, Sendable {
  package let entity: RecordKind
  package let column: String

  package init(entity: RecordKind, column: String) {
    self.entity = entity
    self.column = column
  }
}

/// A file that is in the way, and a name for it that is free.
package struct MovedFile: Equatable, Sendable {
  package let path: String
  package let free: String

  package init(path: String, free: String) {
    self.path = path
    self.free = free
  }
}
