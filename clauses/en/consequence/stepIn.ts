/** Consequences by what another does instead: it acts in place of the Party in default, or hands the task to a third. */
import { ofClause } from '../gates.ts';

/** What another may do in the place of somebody who did not. */
export const instead = ofClause.gate(
  /^(?:itself |themselves |then |forthwith |at once )?(?:be )?(?:carr(?:y|ied) (?:it )?out|carr(?:y|ies) on|perform(?:ed)?|complete[d]?|execute[d]?|repair(?:ed)?|clear(?:ed)?|clean(?:ed)?|remove[d]?|restore[d]?|do (?:so|it|the|this)|done by|make (?:the|such|good|an|its) |made by|undertake|undertaken by|staff(?:ed)?|act (?:in|for|on)|appoint|engage[d]?|hire[d]?|buy|procure|purchase|obtain|entrust(?:ed)?|reassign(?:ed)?|award(?:ed)? (?:it|the|to)|assign(?:ed)?|transfer(?:red)?|hand(?:ed)? (?:it|the|over|to)|allocate[d]?|take (?:over|charge|possession|control|it over|such steps|the necessary)|taken over|step in|stepped in|intervene|assume[d]?|enter (?:and|the|upon|on)|have (?:it|the|them|this|such) [\w ]{0,30}(?:done|carried out|made|completed|repaired|performed)|replace (?:it|the|that|them)|substitute|find another|turn to|seek (?:another|other|supplies|a)|arrange (?:for|other|alternative|another)|determine[d]? (?:the|it|by)|decide[d]? (?:the|it|in|alone|by)|set (?:it|the)|fix|prepare[d]? by|use (?:another|other|an|the)|draw up|reallocate[d]?|redirect(?:ed)?|re-?let|let the (?:work|task|contract)|nominate|install|set by|fixed by|determined by|re-?tender|open (?:it|the)|proceed|buy out)\b/i,
);

/** Words that say so wherever they stand. */
export const replaced =
  /\b(?:in (?:its|their|his|her) (?:place|stead)|instead|on (?:its|their) behalf|in lieu|step(?:s|ped)? in|take(?:s|n)? over|substitute[sd]?|outside (?:auditor|contractor|expert|consultant)|another (?:contractor|supplier|operator|provider|party|body)|third part(?:y|ies)|have the (?:work|works|repair|task)s? (?:done|carried out)|(?:carried out|performed|completed|done|prepared|repaired|removed|cleared|made) by)\b/i;
