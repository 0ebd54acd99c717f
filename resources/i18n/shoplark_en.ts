<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>AccountMenu</name>
  <message numerus="yes">
   <source>%Ln need you</source>
   <translation>
    <numerusform>%Ln needs you</numerusform>
    <numerusform>%Ln need you</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln to answer</source>
   <translation>
    <numerusform>%Ln to answer</numerusform>
    <numerusform>%Ln to answer</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>AccountPart</name>
  <message numerus="yes">
   <source>%Ln to note</source>
   <translation>
    <numerusform>%Ln to note</numerusform>
    <numerusform>%Ln to note</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>AccountShown</name>
  <message numerus="yes">
   <source>%n need you</source>
   <translation>
    <numerusform>%n needs you</numerusform>
    <numerusform>%n need you</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to answer</source>
   <translation>
    <numerusform>%n to answer</numerusform>
    <numerusform>%n to answer</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Advice</name>
  <message numerus="yes">
   <source>%Ln pictures have no description yet.</source>
   <translation>
    <numerusform>%Ln picture has no description yet.</numerusform>
    <numerusform>%Ln pictures have no description yet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln signs that X cannot show were left out.</source>
   <translation>
    <numerusform>%Ln sign that X cannot show was left out.</numerusform>
    <numerusform>%Ln signs that X cannot show were left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln places still wait to be filled in.</source>
   <translation>
    <numerusform>%Ln place still waits to be filled in.</numerusform>
    <numerusform>%Ln places still wait to be filled in.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>More than half of %Ln posts around now sell.</source>
   <translation>
    <numerusform>More than half of %Ln posts around now sell.</numerusform>
    <numerusform>More than half of %Ln posts around now sell.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Praise is shown in %Ln of the posts around now already.</source>
   <translation>
    <numerusform>Praise is shown in %Ln of the posts around now already.</numerusform>
    <numerusform>Praise is shown in %Ln of the posts around now already.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Make a board of %Ln</source>
   <translation>
    <numerusform>Make a board of %Ln</numerusform>
    <numerusform>Make a board of %Ln</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pictures: a post holds four, a board twelve.</source>
   <translation>
    <numerusform>%Ln picture: a post holds four, a board twelve.</numerusform>
    <numerusform>%Ln pictures: a post holds four, a board twelve.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pictures: a post holds four.</source>
   <translation>
    <numerusform>%Ln picture: a post holds four.</numerusform>
    <numerusform>%Ln pictures: a post holds four.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln characters too many for one post.</source>
   <translation>
    <numerusform>%Ln character too many for one post.</numerusform>
    <numerusform>%Ln characters too many for one post.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pictures have no description. Some people can only hear them.</source>
   <translation>
    <numerusform>%Ln picture has no description. Some people can only hear it.</numerusform>
    <numerusform>%Ln pictures have no description. Some people can only hear them.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Answering</name>
  <message numerus="yes">
   <source>%Ln characters too many for one answer.</source>
   <translation>
    <numerusform>%Ln character too many for one answer.</numerusform>
    <numerusform>%Ln characters too many for one answer.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Arrivals</name>
  <message numerus="yes">
   <source>A board holds {most} pictures. %Ln left out.</source>
   <translation>
    <numerusform>A board holds {most} pictures. %Ln left out.</numerusform>
    <numerusform>A board holds {most} pictures. %Ln left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln of these pictures were in posts of yours before.</source>
   <translation>
    <numerusform>%Ln of these pictures was in a post of yours before.</numerusform>
    <numerusform>%Ln of these pictures were in posts of yours before.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoardNotes</name>
  <message numerus="yes">
   <source>Not all words of %Ln pictures have room: take fewer, or another arrangement.</source>
   <translation>
    <numerusform>Not all words of %Ln picture have room: take fewer, or another arrangement.</numerusform>
    <numerusform>Not all words of %Ln pictures have room: take fewer, or another arrangement.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pictures are small for their places and will look soft.</source>
   <translation>
    <numerusform>%Ln picture is small for its place and will look soft.</numerusform>
    <numerusform>%Ln pictures are small for their places and will look soft.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoardPane</name>
  <message numerus="yes">
   <source>%Ln pictures</source>
   <translation>
    <numerusform>%Ln picture</numerusform>
    <numerusform>%Ln pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoardView</name>
  <message numerus="yes">
   <source>Board of %Ln pictures</source>
   <translation>
    <numerusform>Board of %Ln picture</numerusform>
    <numerusform>Board of %Ln pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ByHand</name>
  <message numerus="yes">
   <source>%Ln further parts</source>
   <translation>
    <numerusform>%Ln further part</numerusform>
    <numerusform>%Ln further parts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Campaigns</name>
  <message numerus="yes">
   <source>%Ln times</source>
   <translation>
    <numerusform>%Ln time</numerusform>
    <numerusform>%Ln times</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Seen %Ln times</source>
   <translation>
    <numerusform>Seen %Ln time</numerusform>
    <numerusform>Seen %Ln times</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln link clicks</source>
   <translation>
    <numerusform>%Ln link click</numerusform>
    <numerusform>%Ln link clicks</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CaptureBar</name>
  <message numerus="yes">
   <source>%Ln pictures taken</source>
   <translation>
    <numerusform>%Ln picture taken</numerusform>
    <numerusform>%Ln pictures taken</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ChartCard</name>
  <message numerus="yes">
   <source>%Ln days</source>
   <translation>
    <numerusform>%Ln day</numerusform>
    <numerusform>%Ln days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days could not be counted and are hatched.</source>
   <translation>
    <numerusform>%Ln day could not be counted and is hatched.</numerusform>
    <numerusform>%Ln days could not be counted and are hatched.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Completing</name>
  <message numerus="yes">
   <source>used %n times</source>
   <translation>
    <numerusform>used once</numerusform>
    <numerusform>used %n times</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CounterRing</name>
  <message numerus="yes">
   <source>%Ln characters too many</source>
   <translation>
    <numerusform>%Ln character too many</numerusform>
    <numerusform>%Ln characters too many</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln characters left</source>
   <translation>
    <numerusform>%Ln character left</numerusform>
    <numerusform>%Ln characters left</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CreditPage</name>
  <message numerus="yes">
   <source>In the console, open Billing and buy credits. {amount} is enough for %Ln posts.</source>
   <translation>
    <numerusform>In the console, open Billing and buy credits. {amount} is enough for %Ln post.</numerusform>
    <numerusform>In the console, open Billing and buy credits. {amount} is enough for %Ln posts.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DraftsPane</name>
  <message numerus="yes">
   <source>%Ln parts</source>
   <translation>
    <numerusform>%Ln part</numerusform>
    <numerusform>%Ln parts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DrawBox</name>
  <message numerus="yes">
   <source>Draw %Ln winners</source>
   <translation>
    <numerusform>Draw %Ln winner</numerusform>
    <numerusform>Draw %Ln winners</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln winners are drawn.</source>
   <translation>
    <numerusform>%Ln winner is drawn.</numerusform>
    <numerusform>%Ln winners are drawn.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln people answered after the end, and the record will say so.</source>
   <translation>
    <numerusform>%Ln person answered after the end, and the record will say so.</numerusform>
    <numerusform>%Ln people answered after the end, and the record will say so.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Editor</name>
  <message numerus="yes">
   <source>Board of %Ln pictures</source>
   <translation>
    <numerusform>Board of %Ln picture</numerusform>
    <numerusform>Board of %Ln pictures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Elsewhere</name>
  <message numerus="yes">
   <source>%Ln pictures:</source>
   <translation>
    <numerusform>%Ln picture:</numerusform>
    <numerusform>%Ln pictures:</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EmojiPopover</name>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n found</numerusform>
    <numerusform>%n found</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FeedDialog</name>
  <message numerus="yes">
   <source>%Ln pictures</source>
   <translation>
    <numerusform>%Ln picture</numerusform>
    <numerusform>%Ln pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The board has room for %Ln more.</source>
   <translation>
    <numerusform>The board has room for %Ln more.</numerusform>
    <numerusform>The board has room for %Ln more.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pictures are no longer there.</source>
   <translation>
    <numerusform>%Ln picture is no longer there.</numerusform>
    <numerusform>%Ln pictures are no longer there.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pictures could not be fetched.</source>
   <translation>
    <numerusform>%Ln picture could not be fetched.</numerusform>
    <numerusform>%Ln pictures could not be fetched.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FeedFoot</name>
  <message numerus="yes">
   <source>%Ln chosen</source>
   <translation>
    <numerusform>%Ln chosen</numerusform>
    <numerusform>%Ln chosen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>room for %Ln</source>
   <translation>
    <numerusform>room for %Ln</numerusform>
    <numerusform>room for %Ln</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FigureList</name>
  <message numerus="yes">
   <source>The middle one of %Ln waits, the longest first</source>
   <translation>
    <numerusform>One wait</numerusform>
    <numerusform>The middle one of %Ln waits, the longest first</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln mentions, the newest first</source>
   <translation>
    <numerusform>%Ln mention</numerusform>
    <numerusform>%Ln mentions, the newest first</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days, each with its first post</source>
   <translation>
    <numerusform>%Ln day, with its first post</numerusform>
    <numerusform>%Ln days, each with its first post</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts</source>
   <translation>
    <numerusform>%Ln post</numerusform>
    <numerusform>%Ln posts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln answers</source>
   <translation>
    <numerusform>%Ln answer</numerusform>
    <numerusform>%Ln answers</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Figures</name>
  <message numerus="yes">
   <source>%Ln posts</source>
   <translation>
    <numerusform>%Ln post</numerusform>
    <numerusform>%Ln posts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>GapQuestion</name>
  <message numerus="yes">
   <source>%Ln posts moved up</source>
   <translation>
    <numerusform>%Ln post moved up</numerusform>
    <numerusform>%Ln posts moved up</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Giveaways</name>
  <message numerus="yes">
   <source>%Ln people win.</source>
   <translation>
    <numerusform>%Ln person wins.</numerusform>
    <numerusform>%Ln people win.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %Ln more: the copied record has them all</source>
   <translation>
    <numerusform>and %Ln more: the copied record has them all</numerusform>
    <numerusform>and %Ln more: the copied record has them all</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Health</name>
  <message numerus="yes">
   <source>%Ln seconds</source>
   <translation>
    <numerusform>%Ln second</numerusform>
    <numerusform>%Ln seconds</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minutes</source>
   <translation>
    <numerusform>%Ln minute</numerusform>
    <numerusform>%Ln minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln hours</source>
   <translation>
    <numerusform>%Ln hour</numerusform>
    <numerusform>%Ln hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days</source>
   <translation>
    <numerusform>%Ln day</numerusform>
    <numerusform>%Ln days</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>HealthSummary</name>
  <message numerus="yes">
   <source>%Ln things need you.</source>
   <translation>
    <numerusform>%Ln thing needs you.</numerusform>
    <numerusform>%Ln things need you.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All works; %Ln things to note.</source>
   <translation>
    <numerusform>All works; %Ln thing to note.</numerusform>
    <numerusform>All works; %Ln things to note.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Import</name>
  <message numerus="yes">
   <source>%Ln pictures</source>
   <translation>
    <numerusform>%Ln picture</numerusform>
    <numerusform>%Ln pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Too long by %Ln characters</source>
   <translation>
    <numerusform>Too long by %Ln character</numerusform>
    <numerusform>Too long by %Ln characters</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The description is too long by %Ln characters</source>
   <translation>
    <numerusform>The description is too long by %Ln character</numerusform>
    <numerusform>The description is too long by %Ln characters</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message numerus="yes">
   <source>%Ln rows</source>
   <translation>
    <numerusform>%Ln row</numerusform>
    <numerusform>%Ln rows</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Bring in %Ln posts</source>
   <translation>
    <numerusform>Bring in %Ln post</numerusform>
    <numerusform>Bring in %Ln posts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message numerus="yes">
   <source>%Ln posts brought in</source>
   <translation>
    <numerusform>%Ln post brought in</numerusform>
    <numerusform>%Ln posts brought in</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln left out: no usable picture</source>
   <translation>
    <numerusform>%Ln left out: no usable picture</numerusform>
    <numerusform>%Ln left out: no usable picture</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln left out: their time went by</source>
   <translation>
    <numerusform>%Ln left out: its time went by</numerusform>
    <numerusform>%Ln left out: their time went by</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts taken back</source>
   <translation>
    <numerusform>%Ln post taken back</numerusform>
    <numerusform>%Ln posts taken back</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln were sent already</source>
   <translation>
    <numerusform>%Ln was sent already</numerusform>
    <numerusform>%Ln were sent already</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeavingDialog</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n post has not gone yet</source>
   <translation>
    <numerusform>%n post has not gone yet</numerusform>
    <numerusform>%n posts have not gone yet</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ListActions</name>
  <message numerus="yes">
   <source>%Ln others changed places</source>
   <translation>
    <numerusform>%Ln other changed places</numerusform>
    <numerusform>%Ln others changed places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts moved on a week</source>
   <translation>
    <numerusform>%Ln post moved on a week</numerusform>
    <numerusform>%Ln posts moved on a week</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts are drafts again</source>
   <translation>
    <numerusform>%Ln post is a draft again</numerusform>
    <numerusform>%Ln posts are drafts again</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts deleted</source>
   <translation>
    <numerusform>%Ln post deleted</numerusform>
    <numerusform>%Ln posts deleted</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MappingForm</name>
  <message numerus="yes">
   <source>%Ln more columns are left out</source>
   <translation>
    <numerusform>%Ln more column is left out</numerusform>
    <numerusform>%Ln more columns are left out</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MixCard</name>
  <message numerus="yes">
   <source>%Ln posts around now, sent and queued</source>
   <translation>
    <numerusform>%Ln post around now, sent or queued</numerusform>
    <numerusform>%Ln posts around now, sent and queued</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Money</name>
  <message numerus="yes">
   <source>From your last %Ln days, carried on for a month of 30:</source>
   <translation>
    <numerusform>From your last %Ln day, carried on for a month of 30:</numerusform>
    <numerusform>From your last %Ln days, carried on for a month of 30:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts</source>
   <translation>
    <numerusform>%Ln post</numerusform>
    <numerusform>%Ln posts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln with a link</source>
   <translation>
    <numerusform>%Ln with a link</numerusform>
    <numerusform>%Ln with a link</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln answers</source>
   <translation>
    <numerusform>%Ln answer</numerusform>
    <numerusform>%Ln answers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Words of %Ln pictures</source>
   <translation>
    <numerusform>Words of %Ln picture</numerusform>
    <numerusform>Words of %Ln pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln words to you</source>
   <translation>
    <numerusform>%Ln word to you</numerusform>
    <numerusform>%Ln words to you</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln customers looked up</source>
   <translation>
    <numerusform>%Ln customer looked up</numerusform>
    <numerusform>%Ln customers looked up</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Figures of %Ln posts</source>
   <translation>
    <numerusform>Figures of %Ln post</numerusform>
    <numerusform>Figures of %Ln posts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln words to you read</source>
   <translation>
    <numerusform>%Ln word to you read</numerusform>
    <numerusform>%Ln words to you read</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Figures of %Ln posts read</source>
   <translation>
    <numerusform>Figures of %Ln post read</numerusform>
    <numerusform>Figures of %Ln posts read</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts looked through for one in doubt</source>
   <translation>
    <numerusform>%Ln post looked through for one in doubt</numerusform>
    <numerusform>%Ln posts looked through for one in doubt</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MovedPosts</name>
  <message numerus="yes">
   <source>%n posts have another time now.</source>
   <translation>
    <numerusform>%n post has another time now.</numerusform>
    <numerusform>%n posts have another time now.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>NeedsYouBand</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message numerus="yes">
   <source>%n new to answer</source>
   <translation>
    <numerusform>%n new to answer</numerusform>
    <numerusform>%n new to answer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>It is time: %n posts wait to be posted</source>
   <translation>
    <numerusform>It is time: %n post waits to be posted</numerusform>
    <numerusform>It is time: %n posts wait to be posted</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n posts need you</source>
   <translation>
    <numerusform>%n post needs you</numerusform>
    <numerusform>%n posts need you</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OptionEdit</name>
  <message numerus="yes">
   <source>%Ln characters too many</source>
   <translation>
    <numerusform>%Ln character too many</numerusform>
    <numerusform>%Ln characters too many</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln characters left</source>
   <translation>
    <numerusform>%Ln character left</numerusform>
    <numerusform>%Ln characters left</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Pace</name>
  <message numerus="yes">
   <source>At your shop's own pace of the last %Ln days.</source>
   <translation>
    <numerusform>At your shop's own pace of the last %Ln day.</numerusform>
    <numerusform>At your shop's own pace of the last %Ln days.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Parts</name>
  <message numerus="yes">
   <source>Too much for a thread: it can have %Ln parts.</source>
   <translation>
    <numerusform>Too much for a thread: it can have %Ln part.</numerusform>
    <numerusform>Too much for a thread: it can have %Ln parts.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>A thread of %Ln parts, cut at the ends of sentences.</source>
   <translation>
    <numerusform>A thread of %Ln part, cut at the ends of sentences.</numerusform>
    <numerusform>A thread of %Ln parts, cut at the ends of sentences.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Poll</name>
  <message numerus="yes">
   <source>%n day(s) left</source>
   <translation>
    <numerusform>%n day left</numerusform>
    <numerusform>%n days left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s) left</source>
   <translation>
    <numerusform>%n hour left</numerusform>
    <numerusform>%n hours left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s) left</source>
   <translation>
    <numerusform>%n minute left</numerusform>
    <numerusform>%n minutes left</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PollLength</name>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n hour</numerusform>
    <numerusform>%n hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Preview</name>
  <message numerus="yes">
   <source>%n vote(s)</source>
   <translation>
    <numerusform>%n vote</numerusform>
    <numerusform>%n votes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProductPictures</name>
  <message numerus="yes">
   <source>%Ln chosen: the board is full</source>
   <translation>
    <numerusform>%Ln chosen: the board is full</numerusform>
    <numerusform>%Ln chosen: the board is full</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln chosen</source>
   <translation>
    <numerusform>%Ln chosen</numerusform>
    <numerusform>%Ln chosen</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Proving</name>
  <message numerus="yes">
   <source>%Ln posts of your queue go out by themselves now, each at its time.</source>
   <translation>
    <numerusform>%Ln post of your queue goes out by itself now, at its time.</numerusform>
    <numerusform>%Ln posts of your queue go out by themselves now, each at its time.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Queue</name>
  <message numerus="yes">
   <source>%n pictures</source>
   <translation>
    <numerusform>%n picture</numerusform>
    <numerusform>%n pictures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln parts</source>
   <translation>
    <numerusform>%Ln part</numerusform>
    <numerusform>%Ln parts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts</source>
   <translation>
    <numerusform>%Ln post</numerusform>
    <numerusform>%Ln posts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln days</source>
   <translation>
    <numerusform>%Ln day</numerusform>
    <numerusform>%Ln days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln hours</source>
   <translation>
    <numerusform>%Ln hour</numerusform>
    <numerusform>%Ln hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minutes</source>
   <translation>
    <numerusform>%Ln minute</numerusform>
    <numerusform>%Ln minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln sent · show</source>
   <translation>
    <numerusform>%Ln sent · show</numerusform>
    <numerusform>%Ln sent · show</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln sent · hide</source>
   <translation>
    <numerusform>%Ln sent · hide</numerusform>
    <numerusform>%Ln sent · hide</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>QueueHeader</name>
  <message numerus="yes">
   <source>%Ln posts planned</source>
   <translation>
    <numerusform>%Ln post planned</numerusform>
    <numerusform>%Ln posts planned</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Posted on %Ln days so far</source>
   <translation>
    <numerusform>Posted on %Ln day so far</numerusform>
    <numerusform>Posted on %Ln days so far</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RemoveDialog</name>
  <message numerus="yes">
   <source>%Ln drafts</source>
   <translation>
    <numerusform>%Ln draft</numerusform>
    <numerusform>%Ln drafts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln posts that wait, and will not be sent</source>
   <translation>
    <numerusform>%Ln post that waits, and will not be sent</numerusform>
    <numerusform>%Ln posts that wait, and will not be sent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>What is known here of %Ln posts on X</source>
   <translation>
    <numerusform>What is known here of %Ln post on X</numerusform>
    <numerusform>What is known here of %Ln posts on X</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln customers</source>
   <translation>
    <numerusform>%Ln customer</numerusform>
    <numerusform>%Ln customers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln words of theirs</source>
   <translation>
    <numerusform>%Ln word of theirs</numerusform>
    <numerusform>%Ln words of theirs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The figures of %Ln days</source>
   <translation>
    <numerusform>The figures of %Ln day</numerusform>
    <numerusform>The figures of %Ln days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln campaigns and giveaways</source>
   <translation>
    <numerusform>%Ln campaign or giveaway</numerusform>
    <numerusform>%Ln campaigns and giveaways</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SelectionBar</name>
  <message numerus="yes">
   <source>%Ln posts</source>
   <translation>
    <numerusform>%Ln post</numerusform>
    <numerusform>%Ln posts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SignOutDialog</name>
  <message numerus="yes">
   <source>%Ln queued posts will not go out by themselves; at its time each asks you.</source>
   <translation>
    <numerusform>%Ln queued post will not go out by itself; at its time it asks you.</numerusform>
    <numerusform>%Ln queued posts will not go out by themselves; at its time each asks you.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Sources</name>
  <message numerus="yes">
   <source>%Ln pictures were left out.</source>
   <translation>
    <numerusform>%Ln picture was left out.</numerusform>
    <numerusform>%Ln pictures were left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pictures of {folder} are taken</source>
   <translation>
    <numerusform>%Ln picture of {folder} is taken</numerusform>
    <numerusform>%Ln pictures of {folder} are taken</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln did not fit.</source>
   <translation>
    <numerusform>%Ln did not fit.</numerusform>
    <numerusform>%Ln did not fit.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SpendingSection</name>
  <message numerus="yes">
   <source>%Ln changed by you</source>
   <translation>
    <numerusform>%Ln changed by you</numerusform>
    <numerusform>%Ln changed by you</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message numerus="yes">
   <source>%Ln pictures: it is full</source>
   <translation>
    <numerusform>%Ln picture: it is full</numerusform>
    <numerusform>%Ln pictures: it is full</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Status</name>
  <message numerus="yes">
   <source>Checked %n min ago</source>
   <translation>
    <numerusform>Checked %n min ago</numerusform>
    <numerusform>Checked %n min ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Checked %n h ago</source>
   <translation>
    <numerusform>Checked %n h ago</numerusform>
    <numerusform>Checked %n h ago</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TagsCard</name>
  <message numerus="yes">
   <source>in %Ln posts</source>
   <translation>
    <numerusform>in %Ln post</numerusform>
    <numerusform>in %Ln posts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TemplatesDialog</name>
  <message numerus="yes">
   <source>%Ln parts of your own</source>
   <translation>
    <numerusform>%Ln part of your own</numerusform>
    <numerusform>%Ln parts of your own</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TopPosts</name>
  <message numerus="yes">
   <source>%Ln reactions</source>
   <translation>
    <numerusform>%Ln reaction</numerusform>
    <numerusform>%Ln reactions</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message numerus="yes">
   <source>%n to answer</source>
   <translation>
    <numerusform>%n to answer</numerusform>
    <numerusform>%n to answer</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Versions</name>
  <message numerus="yes">
   <source>It had %Ln pictures.</source>
   <translation>
    <numerusform>It had %Ln picture.</numerusform>
    <numerusform>It had %Ln pictures.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VersionsDialog</name>
  <message numerus="yes">
   <source>%Ln characters</source>
   <translation>
    <numerusform>%Ln character</numerusform>
    <numerusform>%Ln characters</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>When</name>
  <message numerus="yes">
   <source>%Ln min</source>
   <translation>
    <numerusform>%Ln min</numerusform>
    <numerusform>%Ln min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln h</source>
   <translation>
    <numerusform>%Ln h</numerusform>
    <numerusform>%Ln h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln d</source>
   <translation>
    <numerusform>%Ln d</numerusform>
    <numerusform>%Ln d</numerusform>
   </translation>
  </message>
 </context>
</TS>
